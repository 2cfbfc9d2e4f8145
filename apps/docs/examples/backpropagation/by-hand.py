import torch

x, y = 1.0, 3.0
w1, b1, w2, b2, v1, v2, c = (
    torch.tensor(float(p), requires_grad=True) for p in [1, 1, 2, -1, 1, 2, -1]
)

h1 = torch.sigmoid(w1 * x + b1)
h2 = torch.sigmoid(w2 * x + b2)
out = v1 * h1 + v2 * h2 + c
out.retain_grad()
loss = (out - y) ** 2
print("h1, h2:", f"{h1:.4f}", f"{h2:.4f}")
print("output:", f"{out:.4f}", "loss:", f"{loss:.4f}")

loss.backward()
print("by output:", f"{out.grad:.4f}")
print("by v1, v2, c:", f"{v1.grad:.4f}", f"{v2.grad:.4f}", f"{c.grad:.4f}")
print("by w1, b1:", f"{w1.grad:.4f}", f"{b1.grad:.4f}")
print("by w2, b2:", f"{w2.grad:.4f}", f"{b2.grad:.4f}")
