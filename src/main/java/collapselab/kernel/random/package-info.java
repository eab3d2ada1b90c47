/** The one source of randomness: streams and draws that are addressed by (seed, generation, purpose, index), never consumed in order. */
package collapselab.kernel.random;
