package vn.phongtrao.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import vn.phongtrao.http.HttpJourney;
import vn.phongtrao.local.Tokens;

/** A commune proposes three people for the certificate of the province's director of police, ad hoc. */
final class ProductApprovals extends CamundaApprovals {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ACCOUNTS = List.of("police-officer.31813", "police-chief.31813", "police-officer.954",
            "police-chief.954", "police-officer.95", "police-chief.95");
    private static final int NOMINEES = 3;
    private static final List<String> FAMILIES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ",
            "Ngô", "Dương", "Lý");
    private static final List<String> MIDDLES = List.of("Văn", "Thị", "Hữu", "Minh", "Ngọc", "Thanh", "Quốc", "Kim", "Đức", "Hoàng",
            "Thúy");
    private static final List<String> GIVEN = List.of("An", "Bình", "Cường", "Dũng", "Giang", "Hạnh", "Hùng", "Khánh", "Lan", "Long",
            "Mai", "Nam", "Phúc", "Quân", "Sơn", "Tâm", "Vinh");

    private final Tokens tokens;
    private volatile Map<String, String> held = Map.of();

    ProductApprovals(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Tokens hold for half an hour. */
    @Override
    public void signIn() {
        held = ACCOUNTS.stream().collect(Collectors.toMap(account -> account, account -> "Bearer " + tokens.of(account)));
    }

    @Override
    public Call start(int dossier) {
        var nominees = IntStream.range(0, NOMINEES).mapToObj(number -> HttpJourney.individual(name(NOMINEES * dossier + number))).toList();
        return call(1, "/process-definition/key/commendation/submit-form",
                variables(HttpJourney.proposal("police-director-certificate", "ad-hoc", nominees)));
    }

    @Override
    public Call claim(String task, int approval) {
        return call(approval, "/task/" + task + "/claim", text(Map.of("userId", account(approval))));
    }

    @Override
    public Call complete(String task, int approval) {
        return call(approval, "/task/" + task + "/submit-form",
                variables(approval == 1 ? Map.of() : Map.of("outcome", "approve")));
    }

    @Override
    Call call(int approval, String path, String body) {
        return new Call("Authorization", held.get(account(approval)), "/engine-rest" + path, body);
    }

    private static String account(int approval) {
        return ACCOUNTS.get(approval - 1);
    }

    /** The lists' lengths have no common divisor, so that a name comes back after 2,431 others. */
    private static String name(int number) {
        return String.join(" ", FAMILIES.get(number % FAMILIES.size()), MIDDLES.get(number % MIDDLES.size()),
                GIVEN.get(number % GIVEN.size()));
    }

    private static String variables(Map<String, ?> fields) {
        return text(Map.of("variables", fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                field -> field.getValue() instanceof List<?> list
                        ? Map.of("value", text(list), "type", "Json") : Map.of("value", field.getValue())))));
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
