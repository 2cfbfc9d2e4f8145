import torch

w = torch.tensor([1.5, -2], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, weight_decay=0.5)
(w * 0).sum().backward()
optimizer.step()
print(w)
optimizer.step()
print(w)
