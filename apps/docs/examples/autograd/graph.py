import torch

w = torch.tensor([2.0, -1], requires_grad=True)
b = torch.tensor(0.5, requires_grad=True)
loss = w.mul(3).add(b).square().mean()

nodes = set()


def collect(node):
    if node is not None and node not in nodes:
        nodes.add(node)
        for following, _ in node.next_functions:
            collect(following)


node = loss.grad_fn
while node:
    print(node.name().removeprefix("torch::autograd::"))
    node = node.next_functions[0][0] if node.next_functions else None

# The picture has a box for each function, for each leaf and for the loss.
collect(loss.grad_fn)
print(f"[graph: {len(nodes) + 2 + 1} nodes]")
