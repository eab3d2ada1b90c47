package collapselab.view;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.ADD;
import static javafx.scene.input.KeyCode.C;
import static javafx.scene.input.KeyCode.DIGIT0;
import static javafx.scene.input.KeyCode.E;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.EQUALS;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F1;
import static javafx.scene.input.KeyCode.F11;
import static javafx.scene.input.KeyCode.F2;
import static javafx.scene.input.KeyCode.F3;
import static javafx.scene.input.KeyCode.F4;
import static javafx.scene.input.KeyCode.H;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.L;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.M;
import static javafx.scene.input.KeyCode.MINUS;
import static javafx.scene.input.KeyCode.NUMPAD0;
import static javafx.scene.input.KeyCode.PLUS;
import static javafx.scene.input.KeyCode.R;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.S;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.SUBTRACT;
import static javafx.scene.input.KeyCode.T;
import static javafx.scene.input.KeyCode.Y;
import static javafx.scene.input.KeyCode.Z;

import collapselab.experiment.DataRegime;
import collapselab.view.Arrangement.Part;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCombination;

/** What the keys and the top bar do; the one list of actions that feeds the keyboard, the help sheet and the tests. */
final class Commands implements TopBar.Orders {
    /** What M goes through: every regime against all, then each by itself, then pairs with replace. */
    private static final List<List<DataRegime>> COMPARED = List.of(
            List.of(DataRegime.values()),
            List.of(DataRegime.REPLACE),
            List.of(DataRegime.ACCUMULATE),
            List.of(DataRegime.SUBSAMPLE),
            List.of(DataRegime.REPLACE_MULTIPLE),
            List.of(DataRegime.REPLACE, DataRegime.ACCUMULATE));

    private static final KeyCombination[] LARGER = {
        Action.ctrl(PLUS), Action.ctrl(EQUALS), Action.ctrlShift(EQUALS), Action.ctrlShift(PLUS), Action.ctrl(ADD)
    };

    private static final KeyCombination[] SMALLER = {Action.ctrl(MINUS), Action.ctrl(SUBTRACT)};

    private static final KeyCombination[] NORMAL = {Action.ctrl(DIGIT0), Action.ctrl(NUMPAD0)};

    /** What can be done on the stage without a keyboard. */
    private static final Set<String> ON_STAGE = Set.of(
            "slower",
            "faster",
            "run",
            "undo",
            "redo",
            "picture",
            "csv",
            "stage",
            "full-screen",
            "larger",
            "smaller",
            "normal",
            "help");

    private final Desk desk;
    private final Centre centre;
    private final TransportBar transport;
    private final Takeaway takeaway;
    private final LabWindow window;
    private final Keyboard keyboard;
    private final HelpSheet help;

    Commands(Desk desk, Centre centre, TransportBar transport, Takeaway takeaway, LabWindow window) {
        this.desk = desk;
        this.centre = centre;
        this.transport = transport;
        this.takeaway = takeaway;
        this.window = window;
        List<Action> actions = actions();
        keyboard = new Keyboard(actions);
        help = new HelpSheet(actions);
    }

    Keyboard keyboard() {
        return keyboard;
    }

    HelpSheet sheet() {
        return help;
    }

    /** What the stage's menu offers. */
    List<Action> onStage() {
        return keyboard.actions().stream()
                .filter(action -> ON_STAGE.contains(action.id()))
                .toList();
    }

    private List<Action> actions() {
        Lab lab = desk.lab();
        return List.of(
                Action.of("play", "Play or pause", "Space", transport::toggle, Action.key(SPACE)),
                Action.of("back", "One generation back", "←", () -> step(-1), Action.key(LEFT)),
                Action.of("forward", "One generation on", "→", () -> step(1), Action.key(RIGHT)),
                Action.of("back-ten", "Ten generations back", "Ctrl ←", () -> step(-10), Action.ctrl(LEFT)),
                Action.of("forward-ten", "Ten generations on", "Ctrl →", () -> step(10), Action.ctrl(RIGHT)),
                Action.of("home", "First generation", "Home", () -> seek(0), Action.key(HOME)),
                Action.of("end", "Last generation", "End", () -> seek(Integer.MAX_VALUE), Action.key(END)),
                Action.typed("slower", "Slower", "[", "[", () -> transport.faster(-1)),
                Action.typed("faster", "Faster", "]", "]", () -> transport.faster(1)),
                Action.of("run", "Recompute", "R", lab::start, Action.key(R)),
                Action.of("seed", "Next seed", "Shift R", () -> SeedSetter.next(desk), Action.shift(R)),
                Action.of("regimes", "Other regimes, same noise", "M", this::regimes, Action.key(M)),
                Action.of("log", "Logarithmic axes", "L", centre::toggleLog, Action.key(L)),
                Action.of("axes", "Fit the axes to what is shown", "A", lab::fit, Action.key(A)),
                Action.of("theory", "Curves of theory", "T", centre::toggleTheory, Action.key(T)),
                Action.of("mean", "Mean beside the median", "E", centre::toggleMean, Action.key(E)),
                Action.of("chain", "Another chain in bold", "C", () -> lab.chain(1), Action.key(C)),
                Action.of("typical", "The typical chain in bold", "Shift C", lab::typicalChain, Action.shift(C)),
                Action.of("undo", "Undo a setting", "Ctrl Z", lab.settings()::undo, Action.ctrl(Z)),
                Action.of(
                        "redo", "Redo a setting", "Ctrl Y", lab.settings()::redo, Action.ctrl(Y), Action.ctrlShift(Z)),
                Action.of("picture", "Save picture", "Ctrl E", this::savePicture, Action.ctrl(E)),
                Action.of("copy", "Copy picture", "Ctrl Shift C", this::copyPicture, Action.ctrlShift(C)),
                Action.of("csv", "Save numbers (CSV)", "Ctrl Shift E", this::saveCsv, Action.ctrlShift(E)),
                Action.of(
                        "report", "Save a report for help", "Ctrl Shift H", takeaway::saveReport, Action.ctrlShift(H)),
                Action.of("stage", "Layout for the back row", "S", this::stage, Action.key(S)),
                Action.of("full-screen", "Full screen", "F11", this::fullScreen, Action.key(F11)),
                Action.of(
                        "fold-experiments",
                        "Fold the experiments away",
                        "F2",
                        () -> fold(Part.EXPERIMENTS),
                        Action.key(F2)),
                Action.of("fold-settings", "Fold the settings away", "F3", () -> fold(Part.SETTINGS), Action.key(F3)),
                Action.of("fold-charts", "Fold the charts away", "F4", () -> fold(Part.CHARTS), Action.key(F4)),
                Action.of("leave", "Leave an edit, a drawing, the stage", "Esc", this::leave, Action.key(ESCAPE)),
                Action.of("larger", "Larger text", "Ctrl +", () -> larger(10), LARGER),
                Action.of("smaller", "Smaller text", "Ctrl −", () -> larger(-10), SMALLER),
                Action.of("normal", "Text at 100 %", "Ctrl 0", () -> textSize(100), NORMAL),
                new Action("help", "This sheet", "F1 or ?", List.of(Action.key(F1)), "?", this::help));
    }

    private void larger(int percent) {
        textSize(desk.look().percent() + percent);
    }

    private void step(int generations) {
        desk.lab().playback().step(generations);
        desk.wake();
    }

    private void seek(int generation) {
        desk.lab().playback().seek(generation);
        desk.wake();
    }

    private void regimes() {
        compare(COMPARED.indexOf(desk.lab().settings().draft().regimes()) + 1, COMPARED.size());
    }

    /** Not every regime can be run with every source of real data: where it cannot, the next may. */
    private void compare(int next, int tries) {
        List<DataRegime> regimes = COMPARED.get(next % COMPARED.size());
        if (tries == 1) {
            desk.lab().settings().compare(regimes);
            return;
        }
        desk.lab().settings().compare(regimes, refusal -> {
            if (!refusal.isEmpty()) {
                compare(next + 1, tries - 1);
            }
        });
    }

    private void fold(Part part) {
        window.arranger().fold(part);
    }

    /** Undoes one thing, the innermost; a text field and a canvas do it themselves. */
    private void leave() {
        if (help.open()) {
            help.toggle();
        } else if (desk.files().sketch().isPresent()) {
            desk.files().cancel();
        } else {
            window.arranger().leave();
        }
    }

    @Override
    public void stage() {
        window.arranger().stage();
    }

    @Override
    public void fullScreen() {
        window.arranger().fullScreen();
    }

    @Override
    public void savePicture() {
        takeaway.savePicture();
    }

    @Override
    public void copyPicture() {
        takeaway.copyPicture();
    }

    @Override
    public void saveCsv() {
        takeaway.saveCsv();
    }

    @Override
    public void look(Look.Choice choice) {
        boolean projected = desk.look().theme().projector();
        desk.look().choose(choice);
        window.dress();
        if (desk.look().theme().projector() != projected) {
            window.arranger().staged(!projected);
        }
    }

    @Override
    public void textSize(int percent) {
        desk.look().size(percent);
        window.dress();
    }

    @Override
    public void help() {
        help.toggle();
    }
}
