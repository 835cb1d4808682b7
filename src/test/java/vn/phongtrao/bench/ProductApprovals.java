package vn.phongtrao.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import vn.phongtrao.http.HttpJourney;
import vn.phongtrao.local.Tokens;

/** A commune proposes people, three of them unless told otherwise, for the certificate of the province's director of police, ad hoc. */
final class ProductApprovals extends CamundaApprovals {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final int NOMINEES = 3;
    /** Codes in citizen numbers. */
    private static final List<Integer> PROVINCES = List.of(95, 96, 94, 93, 92, 91, 89, 87, 86, 84, 83, 82, 80, 79);
    /** Where dossiers begin that are walked from their start. */
    static final Place WALKED = new Place("95/954/31813");
    /** Where nobody else begins any. */
    static final Place ELSEWHERE = new Place("95/956/31843");

    private final Tokens tokens;
    private final Place place;
    private final int people;
    private final List<String> accounts;
    private volatile Map<String, String> held = Map.of();

    ProductApprovals(Tokens tokens, Place place) {
        this(tokens, place, NOMINEES);
    }

    /** @param people that each dossier proposes */
    ProductApprovals(Tokens tokens, Place place, int people) {
        this.tokens = tokens;
        this.place = place;
        this.people = people;
        this.accounts = List.of(place.account("police-officer"), place.account("police-chief"), place.accountAbove("police-officer"),
                place.accountAbove("police-chief"), place.accountOfProvince("police-officer"), place.accountOfProvince("police-chief"));
    }

    Place place() {
        return place;
    }

    /** Tokens hold for half an hour. */
    @Override
    public void signIn() {
        held = accounts.stream().collect(Collectors.toMap(account -> account, account -> "Bearer " + tokens.of(account)));
    }

    @Override
    public Call start(int dossier) {
        var nominees = IntStream.range(0, people).mapToObj(number -> nominee(NOMINEES * dossier + number)).toList();
        return call(1, "/process-definition/key/commendation/submit-form",
                variables(HttpJourney.proposal("police-director-certificate", "ad-hoc", nominees)));
    }

    /** With a citizen number that nobody has who was proposed by an earlier run. */
    private static Map<String, Object> nominee(int number) {
        var nominee = new HashMap<>(HttpJourney.individual(Names.of(number)));
        nominee.put("citizenId", "%03d080%06d".formatted(PROVINCES.get(number / 1_000_000 % PROVINCES.size()), number % 1_000_000));
        return nominee;
    }

    @Override
    String lastGroup() {
        return place.path().substring(0, place.path().indexOf('/')) + "/police-chief";
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

    private String account(int approval) {
        return accounts.get(approval - 1);
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
