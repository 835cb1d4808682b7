package vn.phongtrao.rulebook;

import java.util.List;

import vn.phongtrao.rulebook.Validity.State;

/**
 * A table as people read it.
 *
 * @param file      where it lies, for example {@code commendation/bonus.dmn}
 * @param procedure what people call the procedure that it belongs to
 * @param about     may be empty
 * @param own       whether the organisation has laid its own file over the built-in one
 * @param day       label of the day that it goes by; null where none counts
 * @param headings  of the columns, without the day's and the legal basis's
 */
public record Sheet(String key, String file, String procedure, String name, String about, boolean own, String day,
                    List<String> headings, List<Line> lines) {

    /**
     * A row.
     *
     * @param cells under the headings, in words
     * @param when  the days on which it is in force; null for always
     * @param basis the paragraph that it comes from; may be empty
     * @param note  a remark of whoever wrote it; may be empty
     */
    public record Line(String id, List<String> cells, String when, State state, String basis, String note) {
    }
}
