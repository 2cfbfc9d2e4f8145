import torch

a = torch.tensor([1.5, -2], requires_grad=True)
a.square().sum().backward()
with torch.no_grad():
    a.sub_(a.grad * 0.1)
print(a)

b = torch.tensor([1.5, -2], requires_grad=True)
optimizer = torch.optim.SGD([b], lr=0.1)
b.square().sum().backward()
optimizer.step()
print(b)
