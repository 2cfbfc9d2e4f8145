import torch

torch.manual_seed(0)
layer = torch.nn.Linear(3, 2)
print(layer.weight)
print(layer.bias)

x = torch.tensor([[1, 2, 3.5]])
print(layer(x))

print(x.matmul(layer.weight.t()).add(layer.bias))
