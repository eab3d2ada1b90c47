/**
 * Digits: IDX files, MNIST from a folder, the user's cache or the network, and digits drawn here where there is no MNIST. The
 * user's own points (CSV) and texts.
 *
 * <p>Shapes: images are (n, height, width) unsigned bytes, 0 is background and 255 full ink; labels are (n) with 0 to 9;
 * points are (n, d) numbers. Whatever is wrong with a file, folder or network is a
 * {@link collapselab.kernel.data.DataException} whose message is a sentence for the user.
 */
package collapselab.kernel.data;
