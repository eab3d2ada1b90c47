package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.chart.Theme;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.kernel.Progress;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class ScreenshotTest {
    private static final Screenshot.Setup SETUP = new Screenshot.Setup(1024, 640, Theme.DARK);

    private static List<BufferedImage> pictures(Drift experiment, Integer... generations) {
        List<BufferedImage> pictures = new ArrayList<>();
        Screenshot.record(
                List.of(experiment),
                RunSpec.opening(experiment),
                Arrays.asList(generations),
                SETUP,
                (generation, image) -> pictures.add(image),
                Progress.NONE);
        return pictures;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void theSamePictureTwiceIsTheSameAndAnotherGenerationAnother() {
        BufferedImage once = pictures(new Drift(true), 30).get(0);
        List<BufferedImage> film = pictures(new Drift(true), 0, 30);
        assertThat(once.getWidth()).isEqualTo(1024);
        assertThat(once.getHeight()).isEqualTo(640);
        assertThat(pixels(film.get(1))).isEqualTo(pixels(once));
        assertThat(pixels(film.get(0))).isNotEqualTo(pixels(once));
    }

    @Test
    void anErrorWhileTheWindowOpensEndsTheWork() {
        Drift drift = new Drift(true);
        Experiment<?, ?> broken = (Experiment<?, ?>) Proxy.newProxyInstance(
                Experiment.class.getClassLoader(), new Class<?>[] {Experiment.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("title")) {
                        throw new NoClassDefFoundError("title");
                    }
                    return method.invoke(drift, arguments);
                });
        assertThatThrownBy(() -> Screenshot.record(
                        List.of(broken),
                        RunSpec.opening(drift),
                        List.of(0),
                        SETUP,
                        (generation, image) -> {},
                        Progress.NONE))
                .isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void aSizeBeyondTheScreenThatNobodySeesIsRefused() {
        Screenshot.Setup setup = new Screenshot.Setup(5000, 640, Theme.DARK);
        Drift drift = new Drift(true);
        assertThatThrownBy(() -> Screenshot.record(
                        List.of(drift), RunSpec.opening(drift), List.of(0), setup, (g, image) -> {}, Progress.NONE))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("640x400 to 3840x2400");
    }

    @Test
    void anExpensiveRunIsRunForItsPicture() {
        assertThat(pictures(new Drift(false), 5)).hasSize(1);
    }

    @Test
    void aGenerationBeyondTheLastIsRefused() {
        assertThatThrownBy(() -> pictures(new Drift(true), 50))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("generations 0 to 49");
    }
}
