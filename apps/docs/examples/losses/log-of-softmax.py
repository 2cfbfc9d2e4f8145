import torch

logits = torch.tensor([4, -100, 0.5])
print(torch.softmax(logits, 0))
print(torch.softmax(logits, 0).log())
print(torch.log_softmax(logits, 0))
