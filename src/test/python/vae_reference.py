"""Fifty losses of the variational autoencoder by PyTorch, from the start, images and noise that Formula.java makes too.

    python3 src/test/python/vae_reference.py > src/test/resources/collapselab/kernel/neural/vae-losses.txt
"""

import numpy as np
import torch
import torch.nn.functional as F

PIXELS, HIDDEN, LATENT = 784, 400, 20
BATCH, STEPS, RATE = 128, 50, 1e-3


def uniform(count, seed):
    """Formula.uniform: the linear congruential generator of Numerical Recipes, modulo 2^32, its upper 24 bits."""
    state, values = seed, np.empty(count, np.float32)
    for i in range(count):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        values[i] = (state >> 8) * 2.0**-24
    return values


def noise(count, seed):
    u = uniform(12 * count, seed).reshape(count, 12)
    total = np.full(count, -6, np.float32)
    for k in range(12):
        total += u[:, k]
    return total


def images(count, seed):
    u = uniform(count * PIXELS, seed)
    return (np.floor(u * u * u * np.float32(256)) / 255).astype(np.float32).reshape(count, PIXELS)


class Vae(torch.nn.Module):
    def __init__(self, seed):
        super().__init__()
        sizes = [(PIXELS, HIDDEN), (HIDDEN, 2 * LATENT), (LATENT, HIDDEN), (HIDDEN, PIXELS)]
        self.layers = torch.nn.ModuleList(torch.nn.Linear(i, o) for i, o in sizes)
        values, at = uniform(sum((i + 1) * o for i, o in sizes), seed), 0
        with torch.no_grad():
            for (i, o), layer in zip(sizes, self.layers):
                block = (2 * values[at : at + (i + 1) * o] - 1) * np.float32(1 / np.sqrt(i))
                layer.weight.copy_(torch.from_numpy(block[: i * o].reshape(i, o).T.copy()))
                layer.bias.copy_(torch.from_numpy(block[i * o :]))
                at += (i + 1) * o

    def loss(self, x, eps):
        mean, log_variance = self.layers[1](F.relu(self.layers[0](x))).chunk(2, dim=1)
        z = mean + torch.exp(0.5 * log_variance) * eps
        logits = self.layers[3](F.relu(self.layers[2](z)))
        reconstruction = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
        divergence = -0.5 * torch.sum(1 + log_variance - mean**2 - log_variance.exp())
        return (reconstruction + divergence) / len(x)


def main():
    torch.set_num_threads(1)
    vae = Vae(1)
    optimiser = torch.optim.Adam(vae.parameters(), lr=RATE)
    x = torch.from_numpy(images(4 * BATCH, 2)).split(BATCH)
    print(f"# Loss of {STEPS} Adam steps, nats per image; PyTorch {torch.__version__}, single precision, CPU.")
    print("# Made by src/test/python/vae_reference.py; start Formula.weights(784-400-20, 1), images Formula.pixels(512, 784, 2)")
    print("# in batches of 128 taken in turn, noise of step s = 1, 2, ... Formula.noise(128 * 20, 100 + s), learning rate 1e-3.")
    for step in range(1, STEPS + 1):
        optimiser.zero_grad()
        loss = vae.loss(x[(step - 1) % 4], torch.from_numpy(noise(BATCH * LATENT, 100 + step)).reshape(BATCH, LATENT))
        loss.backward()
        optimiser.step()
        print(f"{loss.item():.5f}")


main()
