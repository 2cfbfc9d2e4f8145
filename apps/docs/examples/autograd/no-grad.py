import torch

w = torch.tensor([1.0, 2], requires_grad=True)

recorded = w.mul(2)
with torch.no_grad():
    unrecorded = w.mul(2)
print(recorded)
print(unrecorded)
print(recorded.detach())

# A step of gradient descent by hand: changing a weight is not to be recorded.
w.square().sum().backward()
with torch.no_grad():
    w.sub_(w.grad.mul(0.1))
print(w)
