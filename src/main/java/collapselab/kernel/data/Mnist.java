package collapselab.kernel.data;

import collapselab.kernel.Progress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * MNIST (LeCun, Cortes and Burges 1998): 60,000 + 10,000 handwritten digits, 28 x 28 grey bytes, read from a data folder
 * with a folder "mnist" in it, or the one torchvision makes, or downloaded into one.
 *
 * <p>The files are the four originals, packed or unpacked, whatever packed them. What is in each must have the checksum of
 * its original, since other sets (Fashion-MNIST, KMNIST) have the same file names and the same form.
 */
public final class Mnist {
    private static final int SIDE = 28;
    private static final int TRAIN = 60_000;
    private static final int TEST = 10_000;
    private static final int CLASSES = 10;

    /** Sizes and SHA-256 of the originals, packed and unpacked. */
    private static final List<Published> FILES = List.of(
            new Published(
                    "train-images-idx3-ubyte",
                    9_912_422,
                    "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
            new Published(
                    "train-labels-idx1-ubyte",
                    28_881,
                    "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
            new Published(
                    "t10k-images-idx3-ubyte",
                    1_648_877,
                    "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
            new Published(
                    "t10k-labels-idx1-ubyte",
                    4_542,
                    "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

    /** Public copies of the four packed files; the original site (yann.lecun.com) no longer serves them reliably. */
    private static final List<URI> MIRRORS = List.of(
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
            URI.create("https://raw.githubusercontent.com/fgnt/mnist/master/"));

    /** Where the four files are below a data folder; with torchvision in MNIST/raw. */
    private static final List<String> HOMES =
            List.of("mnist", "", "MNIST/raw", "mnist/MNIST/raw", "raw", "mnist/raw", "MNIST");

    private Mnist() {}

    /**
     * One of the four files.
     *
     * @param name its name unpacked; packed it ends in ".gz"
     * @param packedBytes size of the packed file
     * @param packedSha256 checksum of the packed file, lower-case hexadecimal
     * @param plainSha256 checksum of the unpacked file
     */
    record Published(String name, long packedBytes, String packedSha256, String plainSha256) {
        String packedName() {
            return name + ".gz";
        }

        /** The file in a folder, in any of the names it goes by, packed ones first; some archives put it in a folder of its name. */
        List<Path> in(Path folder) {
            String dotted = name.replace("-idx", ".idx");
            return Stream.of(packedName(), dotted + ".gz", name, dotted)
                    .flatMap(file ->
                            Stream.of(folder.resolve(file), folder.resolve(file).resolve(file)))
                    .filter(file -> Files.exists(file) && !Files.isDirectory(file))
                    .toList();
        }
    }

    /**
     * Reads MNIST and checks all of it.
     *
     * @param folder the data folder that holds "mnist", or that folder itself
     * @throws DataException if it is missing, unreadable, incomplete or not MNIST
     */
    public static DigitData read(Path folder) {
        return read(folder, Progress.NONE);
    }

    /**
     * Reads MNIST and checks all of it.
     *
     * @param folder the data folder that holds "mnist", or that folder itself
     * @param progress told how far it is
     * @throws DataException if it is missing, unreadable, incomplete or not MNIST
     */
    public static DigitData read(Path folder, Progress progress) {
        expectFolder(folder);
        Path home = home(folder);
        expectFolder(home);
        FILES.forEach(file -> expect(file, home));
        progress.report(0);
        LabelledImages train = read(FILES.get(0), FILES.get(1), TRAIN, home);
        progress.report(0.8);
        LabelledImages test = read(FILES.get(2), FILES.get(3), TEST, home);
        progress.report(1);
        return new DigitData("MNIST", true, train, test, provenance());
    }

    private static String provenance() {
        return "MNIST (" + Figures.grouped(TRAIN) + " + " + Figures.grouped(TEST) + ", sha256 "
                + FILES.get(0).plainSha256() + " of " + FILES.get(0).name() + ")";
    }

    /** The folder of the four files: a person may name it, or one above. If no folder has all four, one that has some. */
    private static Path home(Path folder) {
        List<Path> homes = HOMES.stream().map(folder::resolve).toList();
        return homes.stream()
                .filter(home -> FILES.stream().noneMatch(file -> file.in(home).isEmpty()))
                .findFirst()
                .or(() -> homes.stream()
                        .filter(home ->
                                FILES.stream().anyMatch(file -> !file.in(home).isEmpty()))
                        .findFirst())
                .orElse(Files.exists(homes.get(0)) ? homes.get(0) : folder);
    }

    /** The files of MNIST in a data folder, in whatever names; none where it holds none. */
    public static List<Path> files(Path folder) {
        Path home = home(folder);
        return FILES.stream().flatMap(file -> file.in(home).stream()).toList();
    }

    /** Whether all four files are in a data folder; says nothing about what is in them. */
    static boolean isIn(Path folder) {
        Path home = home(folder);
        return FILES.stream().noneMatch(file -> file.in(home).isEmpty());
    }

    private static void expectFolder(Path folder) {
        if (!Files.exists(folder)) {
            throw new DataException("There is no data folder " + folder + "; correct its name, or name none.");
        }
        if (!Files.isDirectory(folder)) {
            throw new DataException(folder + " is a file, not a data folder; name the folder that holds MNIST.");
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new DataException(
                    "The data folder " + folder + " may not be read; give yourself permission to read it.");
        }
    }

    private static void expect(Published file, Path home) {
        if (file.in(home).isEmpty()) {
            throw new DataException("In the data folder " + home + " the file " + file.packedName()
                    + " of MNIST is missing; put it there, or name another folder.");
        }
    }

    /**
     * The first copies of images and labels that are the originals: torchvision leaves packed and unpacked ones. If there are
     * none, what is wrong with the first ones is said.
     */
    private static LabelledImages read(Published images, Published labels, int count, Path home) {
        DataException first = null;
        for (Path imageFile : images.in(home)) {
            for (Path labelFile : labels.in(home)) {
                try {
                    LabelledImages set = checked(imageFile, labelFile, count);
                    expectOriginal(imageFile, Idx.checksum(set.images()), images);
                    expectOriginal(labelFile, Idx.checksum(set.labels()), labels);
                    return set;
                } catch (DataException e) {
                    first = first == null ? e : first;
                }
            }
        }
        throw first;
    }

    private static LabelledImages checked(Path imageFile, Path labelFile, int count) {
        LabelledImages set = Idx.labelled(imageFile, labelFile);
        Images images = set.images();
        if (images.height() != SIDE || images.width() != SIDE) {
            throw new DataException(imageFile + " holds images of " + images.height() + " x " + images.width()
                    + " pixels where MNIST has " + SIDE + " x " + SIDE + "; name a folder with the original files.");
        }
        if (set.count() != count) {
            throw new DataException(imageFile + " holds " + Figures.grouped(set.count()) + " images where MNIST has "
                    + Figures.grouped(count) + "; name a folder with the original files.");
        }
        if (set.labels().max() >= CLASSES) {
            throw new DataException(labelFile + " holds the label "
                    + set.labels().max() + " where digits are 0 to 9; get the file again.");
        }
        return set;
    }

    private static void expectOriginal(Path file, String found, Published published) {
        String wanted = published.plainSha256();
        if (!found.equals(wanted)) {
            throw new DataException(file + " is not the file of MNIST: unpacked, its SHA-256 begins with "
                    + found.substring(0, 8) + " where the original's begins with " + wanted.substring(0, 8)
                    + "; get the file again, or name a folder with the original files.");
        }
    }

    /** The data folder in the user's cache, which may not exist. */
    public static Path cache() {
        return cache(System.getenv());
    }

    /** The data folder in the cache of a user with this environment. */
    static Path cache(Map<String, String> environment) {
        return UserFolders.cache(
                environment, System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")));
    }

    /**
     * Downloads what is missing or damaged of the four files. An interrupted download is taken up where it stopped; a file
     * appears under its name only when it is whole and its checksum right.
     *
     * @param folder the data folder to put "mnist" in, made if it is not there; {@link #cache()} is found again by itself
     * @param progress told how far it is; stopping keeps what has come, for the next time
     * @return the data folder
     * @throws DataException if no mirror gives the files or they cannot be stored
     */
    public static Path fetch(Path folder, Progress progress) {
        return fetch(folder, MIRRORS, progress);
    }

    /**
     * Downloads from mirrors of one's own.
     *
     * @param folder the data folder
     * @param mirrors addresses that the file names are added to, tried in turn
     * @param progress told how far it is
     * @return the data folder
     * @throws DataException if no mirror gives the files or they cannot be stored
     */
    public static Path fetch(Path folder, List<URI> mirrors, Progress progress) {
        Download.of(mirrors, FILES).into(folder.resolve("mnist"), progress);
        return folder;
    }
}
