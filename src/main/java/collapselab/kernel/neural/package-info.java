/**
 * Dense neural networks through ND4J: a variational autoencoder and a small classifier. The only importer of ND4J.
 *
 * <p>Letters in shapes: B images of a batch, R rows of it that one shard works on, D pixels, H hidden units, Z latents, C
 * classes. Matrices are (rows, columns) in c order; weights are (inputs, outputs). Pixels are bytes, 0 to 255 for
 * intensities 0 to 1; losses are in nats.
 *
 * <p>One step of training is two parallel phases. First every shard carries its rows of the batch forward and back; then
 * every shard computes the gradient of its rows of each weight matrix and updates them. No gradient is ever summed across
 * threads, so a result depends on the number of shards and not on how fast each of them was.
 *
 * <p>Files, from the outside in: {@code Vae} and {@code Classifier};
 * {@code VaeNetwork} and {@code VaeShard}, the algorithm; {@code Layer} and {@code LayerShard}, a dense layer; {@code
 * Kernels}, what they need of a backend, with {@code HostKernels} and {@code Nd4jKernels}; {@code Shards}, the threads.
 */
package collapselab.kernel.neural;
