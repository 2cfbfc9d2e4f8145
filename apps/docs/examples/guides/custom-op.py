import torch


class Swish(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x.sigmoid()

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        s = x.sigmoid()
        return grad * (s + x * s * (1 - s))


x = torch.tensor([-1, 0.5, 2], requires_grad=True)
y = Swish.apply(x)
print(y)
y.sum().backward()
print(x.grad)

torch.manual_seed(0)
z = torch.randn(4, dtype=torch.float64, requires_grad=True)
print(str(torch.autograd.gradcheck(Swish.apply, [z])).lower())
