/**
 * Digits: a variational autoencoder trained on handwritten digits, then on what it made itself (Shumailov et al. 2024,
 * supplement; arXiv:2305.17493, section 5). Metrics as in the reference run of this program's own network: dense
 * 784-400-20-400-784, Bernoulli likelihood, Adam.
 *
 * <p>Letters: n = images a generation, D = 784 pixels an image, Z = latent dimensions, g = generation. Images are bytes in
 * every regime, generated ones too, as the real ones are.
 */
package collapselab.catalog.digits;
