import torch

x = torch.tensor([0.0, 1, 2, 3])
y = torch.tensor([0.1, 1.9, 4.2, 5.8])
lr = 0.1

w = 0.0
for step in range(8):
    errors = x * w - y
    loss = errors.square().mean().item()
    slope = (errors * x * 2).mean().item()
    print(f"step {step}: w = {w:.4f}, loss = {loss:.4f}, slope = {slope:.4f}")
    w -= lr * slope
