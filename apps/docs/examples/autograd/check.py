import torch


def f(x):
    return x.mul(torch.sin(x)).exp()


x = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
f(x).backward()
print("backward:", f"{x.grad.item():.6f}")


def at(value):
    return f(torch.tensor(value, dtype=torch.float64)).item()


h = 1e-6
print("measured:", f"{(at(0.5 + h) - at(0.5 - h)) / (2 * h):.6f}")
