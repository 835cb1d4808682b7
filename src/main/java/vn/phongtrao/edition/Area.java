package vn.phongtrao.edition;

import java.util.Locale;

/** What an organisation may have files of its own of. Each has a folder of built-in files, and a history of its own. */
public enum Area {
    PROCESSES("Thư mục quy trình", "", true), PROVINCES("Danh mục của tỉnh", "--provinces ", false);

    private final String title;
    private final String option;
    private final boolean apart;

    Area(String title, String option, boolean apart) {
        this.title = title;
        this.option = option;
        this.apart = apart;
    }

    /** Name of the folder that the program brings, for example {@code processes}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The environment variable that names the organisation's folder. */
    public String setting() {
        return "PHONGTRAO_" + name();
    }

    String title() {
        return title;
    }

    /** Whether the others hold without one of its files; rows that were made of all of them do not. */
    boolean apart() {
        return apart;
    }

    /** How files of it are checked beforehand. */
    String checkCommand() {
        return "java -jar phongtrao.jar check %sTHƯ-MỤC".formatted(option);
    }
}
