package collapselab.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import collapselab.chart.Palette;
import collapselab.chart.Theme;
import collapselab.plot.Role;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The theme and the text size of the window. Colours come from {@link Theme}, lengths follow the text size. */
final class Look {
    /** What the user can choose. */
    enum Choice {
        SYSTEM("As the system"),
        DARK("Dark"),
        LIGHT("Light"),
        PROJECTOR_DARK("Projector, dark"),
        PROJECTOR_LIGHT("Projector, light");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** The choice of exactly a theme. */
        static Choice of(Theme theme) {
            return valueOf(theme.name());
        }
    }

    private static final double EM = 13;
    private static final int SMALLEST = 80;
    private static final int LARGEST = 300;

    // In this order: where two name the same icon the later one counts.
    private static final List<Map.Entry<String, Double>> ICONS = List.of(
            Map.entry(".lab-icon", 1.15),
            Map.entry(".brand .lab-icon", 1.45),
            Map.entry(".entry-content > .lab-icon", 1.3),
            Map.entry(".run-entry .lab-icon", 1.05),
            Map.entry(".reset .lab-icon", 0.95),
            Map.entry(".play .lab-icon", 1.45),
            Map.entry(".handle .lab-icon", 0.85),
            Map.entry(".stage .play .lab-icon", 1.1));

    private Choice choice;
    private int percent;
    private double em;

    Look(Choice choice, int percent) {
        this.choice = choice;
        size(percent);
    }

    Choice choice() {
        return choice;
    }

    void choose(Choice choice) {
        this.choice = choice;
    }

    /** The text size in per cent. */
    int percent() {
        return percent;
    }

    final void size(int percent) {
        this.percent = Math.max(SMALLEST, Math.min(LARGEST, percent));
        em = chosen();
    }

    /** Height of the base text that the user has chosen, in the window's units. */
    double chosen() {
        return EM * percent / 100;
    }

    /** Height of the base text in the window's units; larger than what was chosen on the stage. */
    double em() {
        return em;
    }

    void em(double height) {
        em = height;
    }

    Theme theme() {
        return switch (choice) {
            case SYSTEM -> system();
            case DARK -> Theme.DARK;
            case LIGHT -> Theme.LIGHT;
            case PROJECTOR_DARK -> Theme.PROJECTOR_DARK;
            case PROJECTOR_LIGHT -> Theme.PROJECTOR_LIGHT;
        };
    }

    /** Dark is our default: only a desktop that says light is taken at its word where it also has an opinion at all. */
    private static Theme system() {
        Platform.Preferences preferences = Platform.getPreferences();
        boolean told = !preferences.isEmpty();
        return told && preferences.getColorScheme() == ColorScheme.LIGHT ? Theme.LIGHT : Theme.DARK;
    }

    /** Dresses a scene. */
    void apply(Scene scene) {
        Theme theme = theme();
        String base =
                theme.dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base); // read anew each time, which takes long
        }
        Color ground = theme.background();
        // Before the first layout, too.
        scene.setFill(javafx.scene.paint.Color.rgb(ground.getRed(), ground.getGreen(), ground.getBlue()));
        size(scene);
        Parent root = scene.getRoot();
        root.getStyleClass().removeAll("dark", "light", "projector");
        root.getStyleClass().add(theme.dark() ? "dark" : "light");
        if (theme.projector()) {
            root.getStyleClass().add("projector");
        }
    }

    /**
     * Gives a scene its colours and text size, as a style sheet: menus and tooltips are windows of their own, which take over the
     * style sheets of the window that opens them, but not what is set on its root.
     */
    void size(Scene scene) {
        String sheet = Objects.requireNonNull(getClass().getResource("app.css")).toExternalForm();
        String own = ".root { " + css(theme()) + " }\n" + icons();
        String data =
                "data:text/css;base64," + Base64.getEncoder().encodeToString(own.getBytes(StandardCharsets.UTF_8));
        scene.getStylesheets().setAll(sheet, data);
    }

    /** Ikonli takes em of an icon's own size, which grows with each pass; so the sizes are written out. */
    private String icons() {
        StringBuilder css = new StringBuilder();
        ICONS.forEach(icon -> css.append(icon.getKey())
                .append(" { -fx-icon-size: ")
                .append(Math.round(icon.getValue() * em()))
                .append("px; }\n"));
        return css.toString();
    }

    private String css(Theme theme) {
        Color over = theme.dark() ? Color.WHITE : Color.BLACK;
        StringBuilder css = new StringBuilder("-fx-font-size: " + em() + "px;");
        put(css, "background", theme.background());
        put(css, "panel", theme.panel());
        put(css, "chrome", mix(theme.background(), theme.panel(), 0.7));
        put(css, "side", mix(theme.background(), theme.panel(), 0.4));
        put(css, "text", theme.text());
        put(css, "muted", theme.mutedText());
        put(css, "grid", theme.grid());
        put(css, "line", theme.line());
        put(css, "raised", mix(theme.panel(), over, theme.dark() ? 0.045 : 0.035));
        put(css, "hover", mix(theme.panel(), over, 0.09));
        put(css, "accent", theme.of(Role.REAL));
        put(css, "accent-text", theme.text(Role.REAL));
        put(css, "selected", mix(theme.panel(), theme.of(Role.REAL), theme.projector() ? 0.3 : 0.16));
        put(css, "buffer", mix(theme.line(), theme.text(), 0.28));
        put(css, "run", theme.projector() ? new Color(0x0B5A91) : new Color(0x2577AE));
        put(css, "on-accent", theme.dark() ? new Color(0x0B1116) : Color.WHITE);
        put(css, "replace", theme.of(Role.REPLACE));
        put(css, "accumulate", theme.of(Role.ACCUMULATE));
        put(css, "subsample", theme.of(Role.SUBSAMPLE));
        put(css, "replace-multiple", theme.of(Role.REPLACE_MULTIPLE));
        put(css, "danger", theme.danger());
        return css.toString();
    }

    private static void put(StringBuilder css, String name, Color color) {
        css.append(" -lab-")
                .append(name)
                .append(": ")
                .append(Palette.css(color))
                .append(';');
    }

    private static Color mix(Color from, Color to, double part) {
        return new Color(
                (int) Math.round(from.getRed() + part * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + part * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + part * (to.getBlue() - from.getBlue())));
    }
}
