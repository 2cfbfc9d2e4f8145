import torch

steepness = torch.tensor([1.0, 50])


def descend(make_optimizer):
    p = torch.tensor([4.5, 1], requires_grad=True)
    optimizer = make_optimizer(p)
    losses = []
    for step in range(60):
        optimizer.zero_grad()
        loss = (p.square() * steepness).sum()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


series = {
    "SGD": descend(lambda p: torch.optim.SGD([p], lr=0.015)),
    "momentum": descend(lambda p: torch.optim.SGD([p], lr=0.015, momentum=0.8)),
    "Adam": descend(lambda p: torch.optim.Adam([p], lr=0.3)),
}
print("[plot: SGD, momentum, Adam — 60 points]")
for name, losses in series.items():
    print(f"{name}: {losses[-1]:.4f}")
