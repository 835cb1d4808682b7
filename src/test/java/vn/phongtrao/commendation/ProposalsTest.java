package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;

import vn.phongtrao.MovableClock;
import vn.phongtrao.RulesOnFile;
import vn.phongtrao.authority.Ending;
import vn.phongtrao.authority.JurisdictionsOnFile;
import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.PersonDocument;
import vn.phongtrao.citizen.SampleVault;
import vn.phongtrao.commendation.Proposal.Changes;
import vn.phongtrao.commendation.Proposal.Row;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** What a proposal may say, by the rules of 1 July 2024. */
class ProposalsTest {

    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TO = LocalDate.of(2024, 6, 30);
    private static final Row PERSON = new Row(null, Kind.INDIVIDUAL, "Nguyễn Văn Mẫu", null, 1980, "095000000001", null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    private static final Row TEAM = new Row(null, Kind.COLLECTIVE, "Tổ mẫu", null, null, null, "Khóm 1", null, null,
            null, null, null, null, null, null, null, null, null, null, null, null);

    private final Earlier earlier = mock();
    private final Nominees nominees = mock();
    private final CitizenNumbers citizens = spy(SampleVault.create());
    private final Units units = mock();
    private final Campaigns campaigns = mock();
    private final Dossiers dossiers = mock();
    private final JdbcAggregateTemplate template = mock();
    private final MovableClock clock = new MovableClock("2024-07-01");
    private final Proposals proposals = new Proposals(new AwardForms(new RulesOnFile()),
            JurisdictionsOnFile.in(units), earlier, nominees, citizens, dossiers, template, units,
            new ThematicAwards(campaigns), clock);

    @BeforeEach
    void aCommuneOfThreeTiers() {
        when(units.atTier(COMMUNE, Tier.COMMUNE)).thenReturn(unit(COMMUNE.value(), Tier.COMMUNE));
        when(units.require(COMMUNE)).thenReturn(unit(COMMUNE.value(), Tier.COMMUNE).orElseThrow());
        when(units.atTier(COMMUNE, Tier.DISTRICT)).thenReturn(Optional.empty());
        when(units.atTier(COMMUNE, Tier.PROVINCE)).thenReturn(unit("95", Tier.PROVINCE));
    }

    @Test
    void aCommuneProposesForTheMinistrysFlagFromMay2025On() {
        assertRefused("awardForm", "từ ngày 10/5/2025", () -> proposals.examine(COMMUNE, proposal("ministry-flag", TEAM)));

        clock.moveTo("2025-05-10");
        assertThat(proposals.examine(COMMUNE, proposal("ministry-flag", TEAM)).jurisdiction().forwards()).isTrue();
    }

    @Test
    void onlyPeopleAreCommendedPosthumouslyAndOnlyThenSomebodyReceivesForThem() {
        assertRefused("nominees[0].posthumous", "cá nhân", () -> proposals.examine(COMMUNE, proposal("province-merit",
                new Row(null, Kind.COLLECTIVE, "Tổ mẫu", null, null, null, null, null, null, null, null, null, true, null,
                        null, null, null, null, null, null, null))));
        assertRefused("nominees[0].receiver", "truy tặng", () -> proposals.examine(COMMUNE, proposal("province-merit",
                person(null, "Nguyễn Văn Con, con trai", null, null))));
        assertThatCode(() -> proposals.examine(COMMUNE, proposal("province-merit",
                person(true, "Nguyễn Văn Con, con trai", null, null)))).doesNotThrowAnyException();
    }

    @Test
    void serviceInSpecialAreasIsAPartOfWhatWasBeforeTheTeam() {
        assertRefused("nominees[0].earlierSpecialMonths", "không được dài hơn", () -> proposals.examine(COMMUNE,
                proposal("security-medal", person(null, null, 12, 13))));
        assertRefused("nominees[0].earlierSpecialMonths", "không được dài hơn", () -> proposals.examine(COMMUNE,
                proposal("security-medal", person(null, null, null, 1))));
        assertThatCode(() -> proposals.examine(COMMUNE, proposal("security-medal", person(null, null, 12, 12))))
                .doesNotThrowAnyException();
    }

    private static Row person(Boolean posthumous, String receiver, Integer earlierMonths, Integer special) {
        return new Row(null, Kind.INDIVIDUAL, "Nguyễn Văn Mẫu", null, 1980, "095000000001", null, null, null, null, null,
                null, posthumous, receiver, null, earlierMonths, special, null, null, null, null);
    }

    @Test
    void theOpeningSaysWhoDecidesWithWhichSymbol() {
        var opening = proposals.examine(COMMUNE, proposal("province-merit", PERSON, TEAM));

        assertThat(opening.title()).isEqualTo("Nguyễn Văn Mẫu và 1 đề nghị khác: Thành tích mẫu "
                + "(Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh)");
        assertThat(opening.jurisdiction().decider().group()).isEqualTo("95/" + Position.COMMITTEE_CHAIR.id());
        assertThat(opening.jurisdiction().symbol()).isEqualTo("QĐ-UBND");
        assertThat(opening.jurisdiction().ending()).isEqualTo(Ending.DECIDE);
    }

    @Test
    void whatIsDecidedAboveTheProvinceIsForwardedToWhomTheTableNames() {
        var decides = proposals.examine(COMMUNE, proposal("ministry-merit", PERSON)).jurisdiction();

        assertThat(decides.forwards()).isTrue();
        assertThat(decides.higherAuthority()).isEqualTo("Bộ trưởng Bộ Công an");
        assertThat(decides.symbol()).isNull();
    }

    @Test
    void aFormOfATierThatTheUnitDoesNotHaveIsRefused() {
        assertRefused("awardForm", "không đề nghị được", () -> proposals.examine(COMMUNE,
                proposal("district-certificate", PERSON)));
    }

    @Test
    void eachCitizenNumberIsSealedOnce() {
        proposals.examine(COMMUNE, proposal("province-merit", PERSON));

        verify(citizens, times(1)).seal(any(), eq(PersonDocument.citizen("095000000001")), any());
    }

    @ParameterizedTest
    @CsvSource({"2024-06-01, 2024-05-31, phải từ ngày bắt đầu", "2024-06-01, 2024-07-02, chưa kết thúc"})
    void anAchievementEndsAfterItBeganAndNotInTheFuture(LocalDate from, LocalDate to, String message) {
        assertRefused("achievedTo", message, () -> proposals.examine(COMMUNE, new Proposal("province-merit", "regular",
                "Thành tích", from, to, List.of(PERSON), null)));
    }

    @Test
    void anAchievementMayEndToday() {
        assertThatCode(() -> proposals.examine(COMMUNE, new Proposal("province-merit", "regular", "Thành tích",
                LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 1), List.of(PERSON), null))).doesNotThrowAnyException();
    }

    @Test
    void aFormIsForItsKindsOnly() {
        assertRefused("nominees[1].kind", "không tặng cho tập thể", () -> proposals.examine(COMMUNE,
                proposal("security-medal", PERSON, TEAM)));
    }

    @Test
    void whoeverIsNotBornYetIsNotProposed() {
        assertRefused("nominees[0].birthYear", "chưa tới", () -> proposals.examine(COMMUNE, proposal("province-merit",
                new Row(null, Kind.INDIVIDUAL, "Nguyễn Văn Mẫu", null, 2025, "095000000001", null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null))));
    }

    @Test
    void whatIsWrongWithSeveralNomineesIsToldAtOnce() {
        var unborn = new Row(null, Kind.INDIVIDUAL, "Nguyễn Văn Mẫu", null, 2025, "095000000001", null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null);
        assertThatThrownBy(() -> proposals.examine(COMMUNE, new Proposal("security-medal", "regular", "Thành tích",
                LocalDate.of(2024, 6, 1), LocalDate.of(2024, 5, 31), List.of(unborn, PERSON, TEAM), null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.each())
                        .extracting(one -> one.field().orElseThrow())
                        .containsExactly("achievedTo", "nominees[0].birthYear", "nominees[2].kind"));
    }

    @Test
    void aPersonWithoutANumberOrAYearOfBirthIsNotProposed() {
        assertRefused("nominees[0].citizenId", "bắt buộc", () -> proposals.examine(COMMUNE, proposal("province-merit",
                new Row(null, Kind.INDIVIDUAL, "Nguyễn Văn Mẫu", null, 1980, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null))));
        assertRefused("nominees[0].birthYear", "bắt buộc", () -> proposals.examine(COMMUNE, proposal("province-merit",
                new Row(null, Kind.INDIVIDUAL, "Nguyễn Văn Mẫu", null, null, "095000000001", null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null))));
    }

    @Test
    void aPersonWithoutACitizenNumberIsProposedByAnotherPaper() {
        assertThatCode(() -> proposals.examine(COMMUNE, proposal("province-merit", known(null, "old-card", "380 123 456", null),
                known(null, "travel", "pa 1234567", "LAO"), known(null, "travel", "PA1234567", "KHM"))))
                .doesNotThrowAnyException();
    }

    @Test
    void aPaperIsWrittenAsItIsAndNobodyHasTwo() {
        assertRefused("nominees[0].documentNumber", "bắt buộc", () -> proposals.examine(COMMUNE,
                proposal("province-merit", known(null, "old-card", null, null))));
        assertRefused("nominees[0].documentNumber", "9 chữ số", () -> proposals.examine(COMMUNE,
                proposal("province-merit", known(null, "old-card", "095080000123", null))));
        assertRefused("nominees[0].nationality", "nước cấp", () -> proposals.examine(COMMUNE,
                proposal("province-merit", known(null, "travel", "PA1234567", null))));
        assertRefused("nominees[0].nationality", "nước cấp", () -> proposals.examine(COMMUNE,
                proposal("province-merit", known(null, "old-card", "380123456", "LAO"))));
        assertRefused("nominees[0].nationality", "nước cấp", () -> proposals.examine(COMMUNE,
                proposal("province-merit", known(null, "travel", "PA1234567", "XXX"))));
        assertRefused("nominees[0].documentNumber", "Số hộ chiếu Việt Nam", () -> proposals.examine(COMMUNE,
                proposal("province-merit", known(null, "travel", "095080000123", "VNM"))));
        assertRefused("nominees[0].citizenId", "một loại giấy tờ", () -> proposals.examine(COMMUNE, proposal("province-merit",
                new Row(null, Kind.INDIVIDUAL, "Mẫu", null, 1980, "095000000001", null, null, null, null, null, null, null,
                        null, null, null, null, null, PersonDocument.Kind.TRAVEL, "PA1234567", "LAO"))));
        assertRefused("nominees[0].documentNumber", "một loại giấy tờ", () -> proposals.examine(COMMUNE, proposal("province-merit",
                new Row(null, Kind.INDIVIDUAL, "Mẫu", null, 1980, "095000000001", null, null, null, null, null, null, null,
                        null, null, null, null, null, null, "PA1234567", null))));
    }

    @Test
    void aPassportWrittenInTwoWaysIsOnePerson() {
        assertRefused("nominees[1]", "hai lần", () -> proposals.examine(COMMUNE, proposal("province-merit",
                known(null, "travel", "PA1234567", "LAO"), known(null, "travel", " pa-123 4567", "LAO"))));
    }

    @Test
    void theMaskOfAPaperStandsForItAndForNoOther() {
        var sealed = citizens.seal("x", PersonDocument.travel("LAO", "PA1234567"), Optional.empty());
        var dossier = open("province-merit", new Nominee(1L, DossierNumber.of("KT-1"), "individual", "Mẫu", null, 1980,
                sealed.cipher(), sealed.digest(), sealed.mask(), null, null, null, null, null, null, "s", Nominee.PENDING,
                null, null, null, null, "travel", "LAO"));

        assertThatCode(() -> proposals.change(dossier, rows(known(1L, "travel", "******567", "LAO"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> proposals.change(dossier, new Changes("Tên mới", null, null, null, null)))
                .doesNotThrowAnyException();
        for (var other : List.of(known(1L, "travel", "******567", "KHM"), known(1L, "old-card", "******567", null),
                known(null, "travel", "******567", "LAO"))) {
            assertRefused("nominees[0].documentNumber", "nhập lại cả số", () -> proposals.change(dossier, rows(other)));
        }
    }

    private static Row known(Long id, String paper, String number, String state) {
        return new Row(id, Kind.INDIVIDUAL, "Người mẫu", null, 1980, null, null, null, null, null, null, null, null, null,
                null, null, null, null, PersonDocument.Kind.of(paper), number, state);
    }

    @Test
    void nobodyIsProposedTwiceInOneDossierWhateverTheSpelling() {
        assertRefused("nominees[1]", "hai lần", () -> proposals.examine(COMMUNE, proposal("province-merit", TEAM,
                new Row(null, Kind.COLLECTIVE, "TỔ  MẪU", null, null, null, "khóm 1", null, null, null, null, null, null, null, null, null, null, null, null, null, null))));
        assertRefused("nominees[1]", "hai lần", () -> proposals.examine(COMMUNE, proposal("province-merit", PERSON,
                new Row(null, Kind.INDIVIDUAL, "Tên khác", null, 1990, "095000000001", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null))));
    }

    @Test
    void collectivesOfTheSameNameInTwoHamletsAreTwo() {
        assertThatCode(() -> proposals.examine(COMMUNE, proposal("province-merit", TEAM,
                new Row(null, Kind.COLLECTIVE, "Tổ mẫu", null, null, null, "Khóm 2", null, null, null, null, null, null, null, null, null, null, null, null, null, null))))
                .doesNotThrowAnyException();
    }

    @Test
    void oneAchievementIsNotAwardedTwice() {
        when(earlier.awardFor(any(), any())).thenReturn(Optional.of("05/QĐ-UBND"));

        assertRefused("nominees[0]", "Quyết định số 05/QĐ-UBND", () -> proposals.examine(COMMUNE,
                proposal("province-merit", PERSON)));
    }

    @Test
    void anotherMedalIsRefusedAndAnotherCertificateIsNot() {
        when(earlier.award(any(), any())).thenReturn(Optional.of("99/QĐ-BCA"));

        assertRefused("nominees[0]", "Chỉ tặng một lần", () -> proposals.examine(COMMUNE,
                proposal("security-medal", PERSON)));
        assertThatCode(() -> proposals.examine(COMMUNE, proposal("province-merit", PERSON))).doesNotThrowAnyException();
    }

    @Test
    void aRowOfAnotherDossierIsRefusedAndSoIsOneNamedTwice() {
        var dossier = open("province-merit", nominee(1, TEAM));

        assertRefused("nominees[0].id", "không thuộc hồ sơ này", () -> proposals.change(dossier,
                rows(new Row(2L, Kind.COLLECTIVE, "Tổ khác", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null))));
        assertRefused("nominees[1].id", "ở hai dòng", () -> proposals.change(dossier,
                rows(new Row(1L, Kind.COLLECTIVE, "Tổ một", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null),
                        new Row(1L, Kind.COLLECTIVE, "Tổ hai", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null))));
    }

    @Test
    void aMaskedNumberIsTheOneTheNomineeHadAndIsNotSealedAgain() {
        var dossier = open("province-merit", nominee(1, PERSON));

        proposals.change(dossier, rows(new Row(1L, Kind.INDIVIDUAL, "Tên mới", null, 1980, "0********001", null, null,
                null, null,
                null, null, null, null, null, null, null, null, null, null, null)));

        verify(nominees).saveAll(List.of(new Nominee(1L, DossierNumber.of("KT-1"), "individual", "Tên mới", null, 1980,
                CIPHER, DIGEST, "0********001", null, null, null, null, null, null, "citizen:09", Nominee.PENDING, null, null, null, null, null, null)));
    }

    @Test
    void aMaskThatIsNotTheNomineesIsRefused() {
        var dossier = open("province-merit", nominee(1, PERSON));

        assertRefused("nominees[0].citizenId", "12 chữ số", () -> proposals.change(dossier,
                rows(new Row(1L, Kind.INDIVIDUAL, "Tên mới", null, 1980, "0********999", null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null))));
        assertRefused("nominees[0].citizenId", "12 chữ số", () -> proposals.change(dossier,
                rows(new Row(null, Kind.INDIVIDUAL, "Tên mới", null, 1980, "0********001", null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null))));
    }

    @Test
    void whoeverIsNoLongerNamedIsTakenOff() {
        var dossier = open("province-merit", nominee(1, PERSON), nominee(2, TEAM));

        proposals.change(dossier, rows(new Row(2L, Kind.COLLECTIVE, "Tổ mẫu", null, null, null, "Khóm 1", null, null,
                null, null, null, null, null, null, null, null, null, null, null, null)));

        verify(nominees).deleteAllById(List.of(1L));
    }

    @Test
    void listsNameWhoIsProposedNowWhenThatHasChanged() {
        var dossier = open("province-merit", nominee(1, PERSON), nominee(2, TEAM));

        proposals.change(dossier, rows(new Row(2L, Kind.COLLECTIVE, "Tổ mới", null, null, null, "Khóm 1", null, null,
                null, null, null, null, null, null, null, null, null, null, null, null)));

        verify(dossiers).rename(DossierNumber.of("KT-1"),
                "Tổ mới: Thành tích mẫu (Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh)");
    }

    @Test
    void listsNameWhoIsLeftWhenSomebodyIsTakenOffTheList() {
        var dossier = open("province-merit", nominee(1, PERSON).with(Nominee.STRUCK, "Chưa đủ"), nominee(2, TEAM));

        proposals.rename(dossier);

        verify(dossiers).rename(DossierNumber.of("KT-1"),
                "Tổ mẫu: Thành tích mẫu (Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh)");
    }

    @Test
    void aDossierOfWhichNobodyIsLeftIsCalledAsBefore() {
        var dossier = open("province-merit", nominee(1, PERSON).with(Nominee.DROPPED, "Không đạt"));

        proposals.rename(dossier);

        verify(dossiers, never()).rename(any(), any());
    }

    @Test
    void whatAFormDoesNotChangeStays() {
        var dossier = open("province-merit", nominee(2, TEAM));

        proposals.change(dossier, new Changes("Tên mới", null, null, null, null));

        verify(template).update(new Commendation(DossierNumber.of("KT-1"), "province-merit", "regular", "Tên mới", FROM,
                TO, null, null, null));
    }

    /** The form has ended; the dossier was received before. */
    @Test
    void aDossierIsCompletedByTheRulesOfTheDayItWasReceived() {
        var dossier = open("district-certificate", nominee(2, TEAM));
        clock.moveTo("2025-08-01");
        when(dossiers.days(dossier)).thenReturn(Days.on(LocalDate.of(2025, 6, 30)).decided(LocalDate.of(2025, 8, 1)));

        assertThatCode(() -> proposals.change(dossier, new Changes("Tên mới", null, null, null, null)))
                .doesNotThrowAnyException();
    }

    private static final byte[] CIPHER = {7};
    private static final byte[] DIGEST = {9};

    private Dossier open(String form, Nominee... kept) {
        Dossier dossier = mock();
        when(dossier.number()).thenReturn(DossierNumber.of("KT-1"));
        when(dossier.unitPath()).thenReturn(COMMUNE);
        when(dossier.form()).thenReturn(form);
        when(dossier.type()).thenReturn("regular");
        when(dossiers.days(dossier)).thenReturn(Days.on(LocalDate.of(2024, 7, 1)));
        when(nominees.findByDossierNumberOrderById(DossierNumber.of("KT-1"))).thenReturn(Arrays.asList(kept));
        when(template.findById(DossierNumber.of("KT-1"), Commendation.class))
                .thenReturn(new Commendation(DossierNumber.of("KT-1"), form, "regular", "Thành tích mẫu", FROM, TO,
                        null, null, null));
        return dossier;
    }

    private static Nominee nominee(long id, Row row) {
        var person = row.kind() == Kind.INDIVIDUAL;
        return new Nominee(id, DossierNumber.of("KT-1"), row.kind().id(), row.name(), null, row.birthYear(),
                person ? CIPHER : null, person ? DIGEST : null, person ? "0********001" : null, row.hamlet(), null,
                null, null,
                null, null, "subject-" + id, Nominee.PENDING, null, null, null, null, null, null);
    }

    private static Changes rows(Row... rows) {
        return new Changes(null, null, null, List.of(rows), null);
    }

    private static Proposal proposal(String form, Row... rows) {
        return new Proposal(form, "regular", "Thành tích mẫu", FROM, TO, List.of(rows), null);
    }

    private static Optional<Unit> unit(String path, Tier tier) {
        return Optional.of(new Unit(UnitPath.of(path), tier, "Đơn vị mẫu", "đơn vị mẫu", LocalDate.of(2004, 1, 1),
                null));
    }

    private static void assertRefused(String field, String message, ThrowingCallable proposing) {
        assertThatThrownBy(proposing).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.field()).contains(field)).hasMessageContaining(message);
    }
}
