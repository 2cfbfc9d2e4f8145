import torch

logits = torch.tensor([[1, 2, 0.5]], requires_grad=True)
target = torch.tensor([1])

torch.nn.CrossEntropyLoss()(logits, target).backward()
print(logits.grad)

one_hot = torch.tensor([[0, 1, 0]])
print(torch.softmax(logits.detach(), 1) - one_hot)
