package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the form says of a change, typed. What the kind of change does not ask for is null or empty. */
record ChangeFields(Map<String, Object> fields) {

    Long member() {
        var id = text("member");
        return id == null ? null : Long.valueOf(id);
    }

    ChangeKind ground() {
        return text("ground") == null ? null : ChangeKind.of(text("ground"));
    }

    Role role() {
        return text("role") == null ? null : Role.of(text("role"));
    }

    @SuppressWarnings("unchecked")
    List<RoleChange> roles() {
        return ((List<Map<String, Object>>) fields.getOrDefault("roles", List.of())).stream()
                .map(row -> new RoleChange(Long.parseLong((String) row.get("id")), Role.of((String) row.get("role"))))
                .toList();
    }

    Applicant applicant() {
        return new Applicant(text("name"), date("birthDate"), text("education"), number("residenceMonths"),
                text("legalStatus"), yes("healthCertificate"), yes("transitional"));
    }

    String text(String key) {
        return (String) fields.get(key);
    }

    LocalDate date(String key) {
        return (LocalDate) fields.get(key);
    }

    int number(String key) {
        return ((Number) fields.get(key)).intValue();
    }

    boolean yes(String key) {
        return Boolean.TRUE.equals(fields.get(key));
    }

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "ChangeFields" + fields.keySet();
    }
}
