package vn.phongtrao.edition;

import java.util.Locale;

/** What an organisation may have files of its own of. Each has a folder of built-in files, and a history of its own. */
public enum Area {
    PROCESSES("Thư mục quy trình", ""), PROVINCES("Danh mục của tỉnh", "--provinces ");

    private final String title;
    private final String option;

    Area(String title, String option) {
        this.title = title;
        this.option = option;
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

    /** How files of it are checked beforehand. */
    String checkCommand() {
        return "java -jar phongtrao.jar check %sTHƯ-MỤC".formatted(option);
    }
}
