package vn.phongtrao.desk;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * How people read a register. Each file in {@code registers/} describes one, and each
 * {@code register.json} or {@code <name>-register.json} of a procedure. What pages say of it stands with their other
 * texts, in each language: {@code register.<name>} is its title, {@code register.<name>.about} one sentence on what it
 * holds.
 *
 * @param order   place among the registers
 * @param name    as in the address of its page
 * @param api     where the register API lists it
 * @param sort    how the list begins, as the API takes it: {@code signedOn,desc}; null for the API's own order
 * @param filters empty where it cannot be narrowed
 * @param person  how it is asked for a person by citizen number; null where it is not
 * @param people  whether it names persons, so that who takes it away says what for
 * @param page    address of its page, where that is another than that of registers; null for this
 * @param figures what it is asked for to stand beside the figures of a unit and days, with {@code {unit}}, {@code {from}},
 *                {@code {to}} and {@code {year}} in place of them; null where it does not
 * @param auditors whether auditors alone read it
 */
public record RegisterPage(int order, String name, String api, String sort, List<Column> columns,
                           List<Filter> filters, Person person, boolean people, String page,
                           String figures, boolean auditors) {

    public RegisterPage {
        filters = filters == null ? List.of() : filters;
    }

    /**
     * A column of the list.
     *
     * @param field  property of the API's rows
     * @param label  key of its heading
     * @param as     {@code date}, {@code time}, {@code number}, {@code year}, {@code share} (from 0 to 1, shown in percent) or
     *               {@code unit} (a path, shown by name); null for text
     * @param values those that have words; null where the value itself is shown
     * @param sort   what the API sorts by; null where it does not
     * @param href   address that the cell leads to, with properties of the row in braces; null for none
     * @param text   key of what the link says instead of the value; null for the value
     */
    public record Column(String field, String label, String as, List<Value> values, String sort, String href,
                         String text) {
    }

    /**
     * A criterion that the API takes.
     *
     * @param label   key of its label
     * @param type    {@code text}, {@code date}, {@code number}, {@code unit}; null where there are options
     * @param options values to choose from
     * @param listed  address of a list of the API whose {@code name} is chosen and whose {@code id} is asked for; null
     *                where there are none
     * @param any     key of what it means to choose nothing from it; null where that is everything
     */
    public record Filter(String name, String label, String type, List<Value> options, String listed, String any) {
    }

    /**
     * The rows of one person. The number goes in a body, never in an address.
     *
     * @param api   where they are asked for, by POST
     * @param field of the body that holds the number
     * @param label key of the field's label
     */
    public record Person(String api, String field, String label) {
    }

    /** A value of the API by the key of its words, {@code tier.district} for {@code district}. */
    public record Value(String key) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Value {
        }

        public String id() {
            return key.substring(key.lastIndexOf('.') + 1);
        }
    }

    /** Where people read it. */
    public String address() {
        return page == null ? "/registers/" + name : page;
    }
}
