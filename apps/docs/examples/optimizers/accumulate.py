import torch

w = torch.tensor([0.5], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)

(w * 3).backward()
print(w.grad)
(w * 3).backward()
print(w.grad)

optimizer.zero_grad()
print("null")
(w * 3).backward()
print(w.grad)
