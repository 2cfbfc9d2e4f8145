import torch

w = torch.tensor(2.0, requires_grad=True)

w.mul(3).backward()
print(w.grad)

w.mul(3).backward()
print(w.grad)

w.grad = None
w.mul(3).backward()
print(w.grad)
