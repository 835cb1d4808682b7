package vn.phongtrao.desk;

import java.util.List;
import java.util.Map;

/**
 * How people read a register. Each file in {@code registers/} describes one, and bears its name.
 *
 * @param order   place among the registers
 * @param about   what the register holds, one sentence
 * @param api     where the register API lists it; {@code {unit}} stands for the path of a commune that people choose
 * @param sort    how the list begins, as the API takes it: {@code signedOn,desc}
 */
public record RegisterPage(int order, String name, String title, String about, String api, String sort,
                           List<Column> columns, List<Filter> filters) {

    /**
     * A column of the list.
     *
     * @param field  property of the API's rows
     * @param as     {@code date}, {@code number} or {@code unit} (a path, shown by name); null for text
     * @param labels words for values; null where the value itself is shown
     * @param sort   what the API sorts by; null where it does not
     * @param href   address that the cell leads to, with properties of the row in braces; null for none
     * @param text   what the link says instead of the value; null for the value
     */
    public record Column(String field, String label, String as, Map<String, String> labels, String sort, String href,
                         String text) {
    }

    /**
     * A criterion that the API takes.
     *
     * @param type    {@code text}, {@code date}, {@code number}, {@code unit}, or {@code commune} where one must be
     *                chosen; null where there are options
     * @param options words for the values to choose from
     */
    public record Filter(String name, String label, String type, Map<String, String> options) {
    }

    private static final String UNIT = "{unit}";

    /** Whether there is one list for each commune. */
    public boolean byCommune() {
        return api.contains(UNIT);
    }

    /** Where the API lists what belongs to a commune. @param path of a unit that exists */
    public String apiOf(String path) {
        return api.replace(UNIT, path);
    }

    RegisterPage named(String fileName) {
        return new RegisterPage(order, fileName.replaceFirst("\\.json$", ""), title, about, api, sort, columns, filters);
    }
}
