package vn.phongtrao.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;


import vn.phongtrao.language.Labels;
import vn.phongtrao.unit.Position;

/**
 * What was decided on paper before the system: models and the sites that took them over, safe areas of 2023, mass
 * organisations. What is in a register already is not entered again.
 */
final class PaperRegisters {

    private static final String PROVINCE_OFFICER = "police-officer.95";
    private static final int ORGANISATIONS = 4_345;
    private static final Map<String, Integer> MODELS =
            Map.of("crime-prevention", 316, "fire-rescue", 309, "self-management", 49);
    private static final int MINISTRY = 9;
    private static final int SITES = 267;
    private static final int FAILING_COMMUNES = 8;
    private static final int COMMUNES_WITH_ONE_FAILING_HAMLET = 26;

    private final Site site;
    private final List<String> communes;
    /** Of the communes' committees, by path. */
    private final Map<String, String> committees;

    PaperRegisters(Site site, List<String> communes) {
        this.site = site;
        this.communes = communes;
        this.committees = site.all("admin", "/api/units?tier=commune").stream().collect(Collectors.toMap(
                unit -> unit.get("path").asText(), unit -> "Ủy ban nhân dân " + unit.get("fullName").asText()));
    }

    void enter() {
        organisations();
        models();
        safeAreas();
    }

    private boolean empty(String list) {
        return site.get(PROVINCE_OFFICER, list + (list.contains("?") ? "&" : "?") + "size=1")
                .at("/page/totalElements").asInt() == 0;
    }

    /** Each commune enters its own. */
    private void organisations() {
        var progress = new Progress("Xã đã nhập tổ chức quần chúng", communes.size());
        Crowd.forEach(communes, 2, commune -> {
            if (empty("/api/mass-organisations?unit=" + commune)) {
                var file = new StringBuilder("unitPath,name,kind,members,activeFrom\n");
                var many = HalfYear.share(ORGANISATIONS, communes.indexOf(commune), communes.size());
                for (int i = 1; i <= many; i++) {
                    file.append(",Tổ tự quản mẫu số %d,Tổ tự quản,%d,2022-05-05\n".formatted(i, 10 + i % 20));
                }
                site.upload(HalfYear.account(Position.POLICE_OFFICER, commune), "/api/mass-organisations/import",
                        "to-chuc.csv", file.toString());
            }
            progress.step();
        });
    }

    private void models() {
        if (!empty("/api/models")) {
            return;
        }
        var file = new StringBuilder(
                "entry,key,name,group,unit,hamlet,startedOn,level,teams,decisionNumber,decidedOn,authority\n");
        MODELS.forEach((group, many) -> {
            for (int i = 0; i < many; i++) {
                var commune = communes.get(i % communes.size());
                file.append(("model,%1$s-%2$d,\"Mô hình mẫu %5$s số %4$d\",%1$s,%3$s,,2022-02-01,commune,1,%4$d/QĐ-UBND,"
                        + "2023-06-05,%6$s\n").formatted(group, i, commune, i + 1, Labels.of("model-group." + group).toLowerCase(),
                        committees.get(commune)));
            }
        });
        for (int i = 0; i < MINISTRY; i++) {
            file.append("recognition,crime-prevention-%d,,,,,,ministry,,%d/QĐ-BCA,2023-11-20,Bộ Công an\n".formatted(i, 100 + i));
        }
        for (int i = 0; i < SITES; i++) {
            var commune = communes.get((i + 1) % communes.size());
            file.append("site,crime-prevention-%1$d,Điểm nhân rộng mẫu %1$d,,%2$s,,,,1,%3$d/QĐ-UBND,2024-03-05,%4$s\n".formatted(i,
                    commune, 200 + i, committees.get(commune)));
        }
        site.upload(PROVINCE_OFFICER, "/api/models/import", "mo-hinh.csv", file.toString());
    }

    /** 462 of 512 hamlets and 56 of 64 communes passed for 2023. */
    private void safeAreas() {
        if (!empty("/api/safe-areas?year=2023")) {
            return;
        }
        var hamlets = site.all(PROVINCE_OFFICER, "/api/hamlets?unit=95").stream()
                .collect(Collectors.groupingBy(hamlet -> hamlet.get("unitPath").asText()));
        var file = new StringBuilder("year,subject,unit,hamlet,result,decisionNumber,decidedOn,reason\n");
        for (int ordinal = 0; ordinal < communes.size(); ordinal++) {
            var commune = communes.get(ordinal);
            var failing = ordinal < FAILING_COMMUNES ? 3
                    : ordinal < FAILING_COMMUNES + COMMUNES_WITH_ONE_FAILING_HAMLET ? 1 : 0;
            var own = hamlets.getOrDefault(commune, List.of()).stream()
                    .map(hamlet -> hamlet.get("code").asText()).sorted(Comparator.reverseOrder()).toList();
            for (int i = 0; i < own.size(); i++) {
                file.append(result("hamlet", commune, own.get(i), i >= failing));
            }
            file.append(result("commune", commune, "", ordinal >= FAILING_COMMUNES));
        }
        site.upload(PROVINCE_OFFICER, "/api/safe-areas/import", "an-toan.csv", file.toString());
    }

    private static String result(String subject, String commune, String hamlet, boolean passed) {
        return "2023,%s,%s,%s,%s,%s,2023-11-25,%s\n".formatted(subject, commune, hamlet, passed ? "passed" : "failed",
                passed ? "12/QĐ-UBND" : "", passed ? "" : "Chưa đạt đủ tiêu chí");
    }
}
