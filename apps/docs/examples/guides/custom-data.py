import math

import torch


class Spiral(torch.utils.data.Dataset):
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        arm = index % 2
        angle = index / self.length * 6
        side = 1 if arm == 0 else -1
        return torch.tensor([side * angle * math.cos(angle), side * angle * math.sin(angle)]), arm


torch.manual_seed(0)
for points, arms in torch.utils.data.DataLoader(Spiral(6), batch_size=4, shuffle=True):
    print(points)
    print(arms)
