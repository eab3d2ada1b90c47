package collapselab.view;

import javafx.application.Application;
import javafx.stage.Stage;

/**
 * The window as a JavaFX application. JavaFX makes the instance itself, so what it shows is handed over through the one
 * static of this program; {@link Startup} sets it, once.
 */
public final class CollapseLab extends Application {
    private static volatile Startup handed;

    private Startup startup;

    /** Starts the toolkit with a window; returns when the window is closed. */
    static void launch(Startup startup) {
        handed = startup;
        Application.launch(CollapseLab.class);
    }

    @Override
    public void start(Stage stage) {
        startup = handed;
        startup.show(stage);
    }

    @Override
    public void stop() {
        startup.close();
    }
}
