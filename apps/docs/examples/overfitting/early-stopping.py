validation_losses = [0.9, 0.62, 0.51, 0.47, 0.46, 0.48, 0.47, 0.5, 0.53, 0.58]
patience = 3

best, best_epoch = float("inf"), 0
for epoch, loss in enumerate(validation_losses):
    if loss < best:
        best, best_epoch = loss, epoch
        print(f"epoch {epoch}: {loss}, the best so far: keep a copy of the weights")
    elif epoch - best_epoch >= patience:
        print(f"epoch {epoch}: {loss}, stop; go back to epoch {best_epoch}")
        break
    else:
        print(f"epoch {epoch}: {loss}")
