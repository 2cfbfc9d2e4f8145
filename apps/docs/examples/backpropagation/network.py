import torch
from torch import nn

model = nn.Sequential(nn.Linear(1, 2), nn.Sigmoid(), nn.Linear(2, 1))
model.load_state_dict(
    {
        "0.weight": torch.tensor([[1.0], [2.0]]),
        "0.bias": torch.tensor([1.0, -1.0]),
        "2.weight": torch.tensor([[1.0, 2.0]]),
        "2.bias": torch.tensor([-1.0]),
    }
)

x = torch.tensor([[1.0]])
y = torch.tensor([[3.0]])
loss = nn.MSELoss()(model(x), y)
print(loss)

loss.backward()
for name, parameter in model.named_parameters():
    print(name, parameter.grad)
