import torch

torch.manual_seed(0)
dropout = torch.nn.Dropout(0.5)
x = torch.ones(2, 8)

print(dropout(x))
print(dropout(x))

dropout.eval()
print(dropout(x))
