import torch

torch.manual_seed(0)
first = torch.nn.Linear(4, 8, bias=False)
second = torch.nn.Linear(8, 3, bias=False)
x = torch.randn(2, 4)

with torch.no_grad():
    two_layers = second(first(x))
    one_matrix = second.weight.matmul(first.weight)
    print(two_layers)
    print(x.matmul(one_matrix.t()))
