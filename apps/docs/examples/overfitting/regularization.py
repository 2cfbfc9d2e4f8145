import torch
from torch import nn

torch.manual_seed(1)
x = torch.rand(24, 1) * 6 - 3
y = torch.sin(x) + torch.randn(24, 1) * 0.3
validation_x = torch.linspace(-3, 3, 61).view(-1, 1)
validation_y = torch.sin(validation_x)


def train(dropout=0, weight_decay=0):
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Linear(1, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(), nn.Dropout(dropout), nn.Linear(64, 1)
    )
    criterion = nn.MSELoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=weight_decay)
    validation_losses = []
    for step in range(600):
        model.train()
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
        model.eval()
        with torch.no_grad():
            validation_losses.append(criterion(model(validation_x), validation_y).item())
    return validation_losses


runs = {"plain": train(), "dropout": train(dropout=0.3), "weight decay": train(weight_decay=0.01)}
print("[plot: plain, dropout, weight decay — 600 points]")
for name, losses in runs.items():
    best, last = min(losses), losses[-1]
    print(f"{name}: best validation loss {best:.2f}, {'then much worse' if last > 4 * best else 'and stays near it'}")
