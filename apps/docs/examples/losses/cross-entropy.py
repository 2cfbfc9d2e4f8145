import torch

logits = torch.tensor([[1, 2, 0.5], [0.1, 0.2, 3]])
targets = torch.tensor([1, 2])

print(torch.softmax(logits, 1))

log_probabilities = torch.log_softmax(logits, 1)
print(log_probabilities)

print(torch.nn.NLLLoss()(log_probabilities, targets))

print(torch.nn.CrossEntropyLoss()(logits, targets))
