package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierSheets;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.model.ModelRegister;
import vn.phongtrao.procedure.Binding;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.statistics.Statistics;
import vn.phongtrao.team.QuotaRegister;
import vn.phongtrao.team.SampleTeams;
import vn.phongtrao.team.TeamRegister;
import vn.phongtrao.unit.EndedUnits;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** A unit ends: what it has and what it began is its successor's to change and to finish. */
@ScenarioTest
class SuccessorIT {

    private static final String ENDED = "95/954/31813";
    private static final String SUCCESSOR = "95/956/31843";
    private static final String DISTRICT = "95/954";
    private static final String PROVINCE = "95";
    private static final LocalDate LAST_DAY_IN_LAW = LocalDate.of(2025, 6, 30);
    private static final Officer ADMINISTRATOR = new Officer("admin", Set.of(), true);
    private static final Officer DRAFTER = officer(POLICE_OFFICER, ENDED);

    @Autowired
    Journey journey;
    @Autowired
    SampleTeams samples;
    @Autowired
    TeamRegister teams;
    @Autowired
    Statistics statistics;
    @Autowired
    QuotaRegister quotas;
    @Autowired
    ModelRegister models;
    @Autowired
    Worklist worklist;
    @Autowired
    DossierSheets sheets;
    @Autowired
    Dossiers dossiers;
    @Autowired
    TaskContent shown;
    @Autowired
    List<DossierContent<?, ?>> contents;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private EndedUnits units;
    private Runnable bringBack = () -> { };

    @Autowired
    void endUnits(Units all) {
        units = new EndedUnits(all, jdbc);
    }

    @AfterEach
    void bringBack() {
        bringBack.run();
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void teamsAreOfferedToTheSuccessorWhichChangesThemAndTheyKeepTheirUnit() {
        var team = samples.team(ENDED, 5);
        end(ENDED, SUCCESSOR);

        assertThat(options("team-change", "teams")).anySatisfy(option -> {
            assertThat(option).containsEntry("value", Long.toString(team));
            assertThat(option.get("label")).endsWith(", Phường 2)");
        });
        var number = journey.propose("team-change", successor(POLICE_OFFICER), Map.of("team", Long.toString(team),
                "kind", "leave-on-request", "reason", "Lý do mẫu"));
        var member = teams.show(team, ADMINISTRATOR).members().get(3).id();
        journey.complete(number, "complete-dossier", successor(POLICE_OFFICER),
                Map.of("member", Long.toString(member), "groundOn", "2024-06-28"));
        journey.approve(number, "sign", successor(POLICE_CHIEF));
        journey.approve(number, "decide", successor(COMMITTEE_CHAIR));

        assertThat(teams.show(team, ADMINISTRATOR)).satisfies(changed -> {
            assertThat(changed.unitPath()).hasToString(ENDED);
            assertThat(changed.members()).hasSize(3);
        });
        assertThat(authority(number)).isEqualTo(SUCCESSOR);
    }

    @Test
    void whatAnEndedUnitHadIsListedAndCountedUnderItsSuccessor() {
        var team = samples.team(ENDED, 5);
        var asked = statistics.asked(UnitPath.of(SUCCESSOR), null, null, ADMINISTRATOR);
        var own = statistics.count(asked).number("teamMembers");
        var theirs = statistics.count(asked.of(UnitPath.of(ENDED))).number("teamMembers");
        assertThat(theirs).isGreaterThanOrEqualTo(4);
        end(ENDED, SUCCESSOR);

        assertThat(teamsUnder(SUCCESSOR)).contains(team);
        assertThat(teamsUnder(ENDED)).as("and still under its own path").contains(team);
        assertThat(statistics.count(asked).number("teamMembers")).isEqualTo(own + theirs);
        var province = statistics.count(asked.of(UnitPath.of(PROVINCE)));
        assertThat(province.under(UnitPath.of(SUCCESSOR)).number("teamMembers"))
                .as("the sums of the province's units").isEqualTo(own + theirs);
    }

    private List<Long> teamsUnder(String unit) {
        return teams.list(new TeamRegister.Filter(UnitPath.of(unit), null, null, null, null, null), ADMINISTRATOR, Pageable.ofSize(1000))
                .map(TeamRegister.Entry::id).getContent();
    }

    @Test
    void theProvinceStillAllowsTheTeamsOfACommuneThatEndedMoreMembers() {
        var team = samples.team(ENDED, 4);
        end(ENDED, SUCCESSOR);
        assertThat(teams.show(team, ADMINISTRATOR).seatsFree()).isZero();

        quotas.enter(new QuotaRegister.Entered(ENDED, teams.show(team, ADMINISTRATOR).hamlet(), 1, 6,
                LocalDate.now(clock), "9/QĐ-UBND"), officer(COMMITTEE_CLERK, PROVINCE));

        assertThat(teams.show(team, ADMINISTRATOR).seatsFree()).isEqualTo(2);
    }

    @Test
    void modelsAreOfferedToTheSuccessorWhichRetiresThemAndTheyKeepTheirUnit() {
        var model = recognised("Mô hình của phường cũ");
        assertThat(options("model-retirement", "models")).extracting(option -> option.get("value"))
                .doesNotContain(model);
        end(ENDED, SUCCESSOR);

        assertThat(options("model-retirement", "models")).extracting(option -> option.get("value")).contains(model);
        assertThat(options("model-recognition", "models")).extracting(option -> option.get("value")).contains(model);
        var number = journey.propose("model-retirement", successor(POLICE_OFFICER),
                Map.of("modelId", model, "reason", "Không còn hiệu quả"));
        journey.complete(number, "complete-dossier", successor(POLICE_OFFICER), Map.of());
        journey.approve(number, "sign", successor(POLICE_CHIEF));
        journey.approve(number, "appraise", successor(COMMITTEE_CLERK));
        journey.approve(number, "decide", successor(COMMITTEE_CHAIR));

        assertThat(models.show(Long.parseLong(model), ADMINISTRATOR).model()).satisfies(retired -> {
            assertThat(retired.status()).isEqualTo("retired");
            assertThat(retired.unitPath()).hasToString(ENDED);
        });
    }

    @Test
    void hamletsAreOfferedToTheSuccessorWithTheNameOfTheirCommune() {
        end(ENDED, SUCCESSOR);

        assertThat(options("model-recognition", "hamlets"))
                .contains(Map.of("value", "31813-01", "label", "Khóm 1, Phường 2"));
        assertThat(journey.propose("model-recognition", successor(POLICE_OFFICER), Map.of("name", "Mô hình ở khóm cũ",
                "group", "crime-prevention", "description", "Nội dung mẫu", "hamlet", "31813-01", "startedOn",
                "2023-02-01", "level", "commune", "results", "Kết quả mẫu"))).startsWith("MH-31843-");
    }

    @Test
    void aTaskThatSomebodyTookBeforeIsListedForThePostInChargeWhichGivesItBackAndDoesIt() {
        var number = signing();
        var task = journey.task(number, "sign", officer(POLICE_CHIEF, ENDED)).getId();
        take(task, officer(POLICE_CHIEF, ENDED));
        assertThat(worklist.of(successor(POLICE_CHIEF), 1000)).extracting(Worklist.Item::taskId).doesNotContain(task);
        end(ENDED, SUCCESSOR);

        assertThat(item(task)).satisfies(item -> {
            assertThat(item.left()).isEqualTo("police-chief.31813");
            assertThat(item.taken()).isFalse();
        });
        journey.giveBack(task, successor(POLICE_CHIEF));
        assertThat(item(task).left()).isNull();
        journey.approve(number, "sign", successor(POLICE_CHIEF));
    }

    @Test
    void whatAColleagueInTheUnitInChargeHasTakenIsTheColleagues() {
        var number = signing();
        var task = journey.task(number, "sign", officer(POLICE_CHIEF, ENDED)).getId();
        end(ENDED, SUCCESSOR);
        take(task, officer(POLICE_CHIEF, SUCCESSOR, 2));

        assertThat(worklist.of(successor(POLICE_CHIEF), 1000)).extracting(Worklist.Item::taskId).doesNotContain(task);
        assertThatThrownBy(() -> journey.giveBack(task, successor(POLICE_CHIEF))).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsDoneUnderAPostIsTitledByTheUnitInChargeOnThatDay() {
        var number = signing();
        end(ENDED, SUCCESSOR);
        journey.approve(number, "sign", successor(POLICE_CHIEF));
        jdbc.sql("update dossier_step set finished_at = finished_at - interval '10 days' where dossier_number = ? "
                + "and task = 'complete-dossier'").param(number).update();

        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
        var sheet = sheets.of(DossierNumber.of(number), ADMINISTRATOR);
        assertThat(sheet.unitName()).as("its origin stays").isEqualTo("Phường 2");
        assertThat(sheet.steps()).extracting(DossierSheets.StepLine::positionName)
                .containsExactly("Cán bộ Công an Phường 2", "Trưởng Công an thị trấn Ngan Dừa");
        assertThat(sheet.holders()).singleElement().asString().endsWith("thị trấn Ngan Dừa");
        assertThat(sheet.route()).extracting(DossierSheets.StopLine::unitName).containsOnly("Thị trấn Ngan Dừa");
        assertThat(sheet.dossier().findings()).extracting(Finding::message)
                .contains("Chủ tịch Ủy ban nhân dân thị trấn Ngan Dừa quyết định");
        assertThat(shown.of(dossiers.require(DossierNumber.of(number))).get("steps")).asString()
                .contains("positionName=Cán bộ Công an Phường 2", "positionName=Trưởng Công an thị trấn Ngan Dừa");
    }

    @Test
    void aModelOfADistrictThatEndsGoesOnInTheHandsOfTheProvince() {
        var number = journey.propose("model-recognition", DRAFTER, model("Mô hình chờ huyện", "district"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        end(DISTRICT, PROVINCE);
        journey.approve(number, "sign", officer(POLICE_CHIEF, ENDED));
        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, ENDED));
        journey.complete(number, "appraise", province(POLICE_OFFICER), Map.of("outcome", "approve", "grade", "good"));
        journey.approve(number, "sign", province(POLICE_CHIEF));
        journey.approve(number, "decide", province(COMMITTEE_CHAIR));

        assertThat(journey.show(number)).containsEntry("status", "decided");
        assertThat(authority(number)).isEqualTo(PROVINCE);
        assertThat(journey.show(number).get("appraisals")).asString().contains("Tỉnh Bạc Liêu");
        assertThat(models.show(Long.parseLong((String) journey.show(number).get("modelId")), ADMINISTRATOR).levels())
                .singleElement().satisfies(level -> {
                    assertThat(level.level()).isEqualTo("district");
                    assertThat(level.authority()).isEqualTo("Chủ tịch Ủy ban nhân dân tỉnh Bạc Liêu");
                });
    }

    private void end(String path, String successor) {
        units.end(path, LocalDate.now(clock).minusDays(1), successor);
        bringBack = () -> units.bringBack(path, LAST_DAY_IN_LAW, successor);
    }

    private static Officer successor(Position position) {
        return inCharge(SUCCESSOR, ENDED, position);
    }

    private static Officer province(Position position) {
        return inCharge(PROVINCE, DISTRICT, position);
    }

    /** Who is signed in holds the posts of the ended unit with those of the unit in charge. */
    private static Officer inCharge(String unit, String ended, Position position) {
        return Officer.of(officer(position, unit).id(),
                List.of(new Post(UnitPath.of(unit), position).group(), new Post(UnitPath.of(ended), position).group()));
    }

    private String signing() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc",
                List.of(individual("Người mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        return number;
    }

    private String recognised(String name) {
        var number = journey.propose("model-recognition", DRAFTER, model(name, "commune"));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, ENDED));
        journey.complete(number, "appraise", officer(COMMITTEE_CLERK, ENDED),
                Map.of("outcome", "approve", "grade", "good"));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, ENDED));
        return (String) journey.show(number).get("modelId");
    }

    private static Map<String, Object> model(String name, String level) {
        return Map.of("name", name, "group", "crime-prevention", "description", "Nội dung mẫu", "hamlet", "Khóm 1",
                "startedOn", "2023-02-01", "level", level, "results", "Kết quả mẫu");
    }

    private void take(String task, Officer officer) {
        jdbc.sql("update act_ru_task set assignee_ = ? where id_ = ?").params(officer.id(), task).update();
    }

    private Worklist.Item item(String task) {
        return worklist.of(successor(POLICE_CHIEF), 1000).stream().filter(one -> one.taskId().equals(task)).findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, String>> options(String process, String list) {
        var content = contents.stream().filter(one -> one.process().equals(process)).findFirst().orElseThrow();
        return (List<Map<String, String>>) Binding.plain(content.options(UnitPath.of(SUCCESSOR))).get(list);
    }

    private String authority(String number) {
        return jdbc.sql("select authority from decision where dossier_number = ?").param(number).query(String.class)
                .single();
    }
}
