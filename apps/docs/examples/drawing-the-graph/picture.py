import torch

a = torch.tensor(2.5, requires_grad=True)
b = torch.tensor(0.5, requires_grad=True)
y = a * b + a.sin()
print(y)
print("[graph: 8 nodes]")
