package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class StartupTest {
    @Test
    void theLeastSizeFitsEveryScreen() {
        Rectangle2D large = new Rectangle2D(0, 0, 2560, 1440);
        Rectangle2D dense = new Rectangle2D(2560, 0, 960, 600);
        assertThat(Startup.least(List.of(large))).isEqualTo(new Dimension2D(1024, 640));
        Dimension2D both = Startup.least(List.of(large, dense));
        assertThat(both.getWidth()).isBetween(800.0, 960.0);
        assertThat(both.getHeight()).isBetween(500.0, 600.0);
    }
}
