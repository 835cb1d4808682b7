package vn.phongtrao.commendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a form says of a commendation: the achievement and the nominees, typed. */
record Proposal(String awardForm, String achievementType, String achievement, LocalDate achievedFrom,
                LocalDate achievedTo, List<Row> nominees) {

    /** One nominee of the form; {@code id} is null for a new one. */
    record Row(Long id, Kind kind, String name, Integer birthYear, String citizenId, String hamlet, String occupation,
               String summary) {

        static Row of(Map<String, Object> row) {
            var id = (String) row.get("id");
            var year = (Number) row.get("birthYear");
            return new Row(id == null || !id.matches("\\d{1,18}") ? null : Long.valueOf(id),
                    Kind.of((String) row.get("kind")), (String) row.get("name"),
                    year == null ? null : year.intValue(), (String) row.get("citizenId"), (String) row.get("hamlet"),
                    (String) row.get("occupation"), (String) row.get("summary"));
        }
    }

    /** @param fields as the start form declares them */
    static Proposal of(Map<String, Object> fields) {
        return new Proposal((String) fields.get("awardForm"), (String) fields.get("achievementType"),
                (String) fields.get("achievement"), (LocalDate) fields.get("achievedFrom"),
                (LocalDate) fields.get("achievedTo"), rows(fields.get("nominees")));
    }

    /** The same with what a later form changed; fields that are absent stay. */
    static Proposal changed(Commendation before, List<Row> nominees, Map<String, Object> fields) {
        return new Proposal(before.awardForm(), before.achievementType(),
                (String) fields.getOrDefault("achievement", before.achievement()),
                (LocalDate) fields.getOrDefault("achievedFrom", before.achievedFrom()),
                (LocalDate) fields.getOrDefault("achievedTo", before.achievedTo()),
                fields.containsKey("nominees") ? rows(fields.get("nominees")) : nominees);
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(Object list) {
        return ((List<Map<String, Object>>) list).stream().map(Row::of).toList();
    }
}
