import torch

predictions = torch.tensor([2.5, 0, 2, 8])
targets = torch.tensor([3, -0.5, 2, 7])

errors = predictions - targets
print(errors)
print(errors.square())
print(errors.square().mean())

print(torch.nn.MSELoss()(predictions, targets))
