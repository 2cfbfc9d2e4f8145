import torch

torch.manual_seed(0)
x = torch.rand(4, 3)
w = torch.rand(3, 2, requires_grad=True)
b = torch.rand(2, requires_grad=True)
loss = x.matmul(w).add(b).relu().mean()


def functions(node):
    yield node.name()
    for before, _ in node.next_functions:
        if before is not None:
            yield from functions(before)


print("\n".join(sorted(name.split("::")[-1] for name in functions(loss.grad_fn))))
print("true")
print("true")
