import torch
from torch import nn


class ScaledLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.linear = nn.Linear(in_features, out_features)
        self.scale = nn.Parameter(torch.full([out_features], 0.5))

    def forward(self, x):
        return self.linear(x) * self.scale


torch.manual_seed(0)
layer = ScaledLinear(3, 2)
print(layer)
print(layer(torch.ones(1, 3)))
for name, parameter in layer.named_parameters():
    print(name, f"[ {', '.join(map(str, parameter.shape))} ]")
