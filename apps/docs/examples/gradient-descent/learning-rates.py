import torch

x = torch.tensor([0.0, 1, 2, 3])
y = torch.tensor([0.1, 1.9, 4.2, 5.8])


def descend(lr):
    losses, w = [], 0.0
    for step in range(12):
        errors = x * w - y
        losses.append(errors.square().mean().item())
        w -= lr * (errors * x * 2).mean().item()
    return losses


print("[plot: lr 0.01, lr 0.1, lr 0.3 — 12 points]")
for lr in [0.01, 0.1, 0.3]:
    print(f"lr {lr}: {descend(lr)[-1]:.4f} after 11 steps")
