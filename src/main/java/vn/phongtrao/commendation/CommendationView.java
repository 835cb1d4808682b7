package vn.phongtrao.commendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.commendation.AwardWords.Print;
import vn.phongtrao.citizen.States;
import vn.phongtrao.decision.Revocation;
import vn.phongtrao.language.Labels;
import vn.phongtrao.procedure.Fills;

/**
 * What forms, pages and the register show of a commendation; citizen numbers are masked.
 *
 * @param campaign id of the emulation campaign that it belongs to; null where it belongs to none, as {@code campaignName}
 * @param honours what the nominees had been awarded before the dossier was closed, the latest first
 * @param opinions what other bodies said; empty where nobody was asked
 * @param tally   how the council voted in its last session; empty while it is open, because ballots are secret
 */
@Fills("commendation")
record CommendationView(String awardForm, String awardFormName, String achievementType, String achievementTypeName,
                        String achievement, LocalDate achievedFrom, LocalDate achievedTo, String campaign,
                        String campaignName, String resultNumber,
                        LocalDate resultDecidedOn, List<Line> nominees, List<Honour> honours, List<Vote> tally,
                        List<Said> opinions) {

    static CommendationView of(Commendation commendation, Campaigns.Title campaign, List<Nominee> nominees, Map<Long, Revocation> revoked,
                               Map<Long, Print> prints, List<Honour> honours,
                               List<Threshold.Tally> tally, List<Opinion> opinions) {
        return new CommendationView(commendation.awardForm(), AwardForm.name(commendation.awardForm()),
                commendation.achievementType(), AwardForm.typeName(commendation.achievementType()),
                commendation.achievement(), commendation.achievedFrom(), commendation.achievedTo(),
                commendation.campaign() == null ? null : commendation.campaign().toString(), campaign == null ? null : campaign.full(),
                commendation.resultNumber(), commendation.resultDecidedOn(), nominees.stream().map(nominee -> Line.of(nominee,
                        revoked.get(nominee.id()), prints.get(nominee.id()))).toList(), honours, tally.stream().map(Vote::of).toList(),
                opinions.stream().map(Said::of).toList());
    }

    /**
     * One nominee.
     *
     * @param identity  what a person is known by, in words where it is no citizen number
     * @param document  null for the citizen number, as {@code documentNumber}, which is the masked number of another one
     * @param nationality code of the state that issued a travel document; null for others, as {@code nationalityName}
     * @param standing  what is said of how they work, in words, and who receives the award of a dead person; empty for
     *                  nothing
     * @param print     which print of the certificate counts, where it is not the first; null elsewhere, as {@code printedOn}
     * @param formerNames as earlier prints have the name; null where it was never put right
     * @param correctedBy number of the decision that put words right; null where none did, as {@code correctedOn}
     * @param revokedOn when the award was revoked, by the decision of the number {@code revokedBy}; null while it holds
     */
    record Line(String id, String kind, String kindName, String name, String gender, String genderName,
                Integer birthYear, String citizenId, String hamlet, String occupation, Boolean directWorker,
                Boolean farmer, Boolean simpleDossier, String standing, String summary, String result,
                String resultReason, LocalDate revokedOn, String revokedBy, Boolean posthumous, String receiver,
                String serviceGround, Integer earlierMonths, Integer earlierSpecialMonths, Integer postMonths,
                Integer print, LocalDate printedOn, String formerNames, LocalDate correctedOn, String correctedBy,
                String identity, String document, String documentNumber, String nationality, String nationalityName) {

        private static Line of(Nominee nominee, Revocation revoked, Print again) {
            var service = Optional.ofNullable(nominee.service()).orElse(ServiceTold.NOTHING);
            return new Line(nominee.id().toString(), nominee.kind(), Kind.of(nominee.kind()).label(), nominee.name(),
                    nominee.gender(), Courtesy.of(nominee.gender()), nominee.birthYear(),
                    nominee.citizenId(),
                    nominee.hamlet(), nominee.occupation(), nominee.directWorker(), nominee.farmer(),
                    nominee.simpleDossier(), standing(nominee), nominee.summary(), nominee.result(), nominee.resultReason(),
                    revoked == null ? null : revoked.on(), revoked == null ? null : revoked.number(),
                    nominee.posthumous(), nominee.receiver(), service.ground(), service.earlierMonths(),
                    service.earlierSpecialMonths(), service.postMonths(), again == null ? null : again.print(),
                    again == null ? null : again.printedOn(),
                    again == null || again.formerNames().isEmpty() ? null : again.formerNames(),
                    again == null ? null : again.correctedOn(), again == null ? null : again.correctedBy(),
                    identity(nominee), nominee.document(), nominee.documentNumber(),
                    nominee.nationality(), States.name(nominee.nationality()).orElse(null));
        }

        private static String identity(Nominee nominee) {
            if (nominee.document() == null) {
                return nominee.citizenMask();
            }
            return "%s %s".formatted(Labels.of("person-document." + nominee.document()), nominee.citizenMask())
                    + States.foreign(nominee.nationality()).map(" (%s)"::formatted).orElse("");
        }

        private static String standing(Nominee nominee) {
            return Stream.of(Boolean.TRUE.equals(nominee.directWorker()) ? Labels.of("standing.direct-worker") : "",
                    Boolean.TRUE.equals(nominee.farmer()) ? Labels.of("standing.farmer") : "",
                    Boolean.TRUE.equals(nominee.simpleDossier()) ? Labels.of("standing.simple-dossier") : "",
                    nominee.dead() ? posthumously(nominee.receiver()) : "",
                    nominee.service() == null || nominee.service().ground() == null ? ""
                            : MedalGround.of(nominee.service().ground()).label())
                    .filter(word -> !word.isEmpty()).collect(Collectors.joining("; "));
        }
    }

    private static String posthumously(String receiver) {
        var said = Labels.of("standing.posthumous");
        return receiver == null ? said : "%s (%s)".formatted(said, receiver);
    }

    /** An opinion. @param answeredOn null where nobody answered */
    record Said(String body, LocalDate askedOn, String answer, String answerName, LocalDate answeredOn, String content) {

        private static Said of(Opinion opinion) {
            return new Said(opinion.body(), opinion.askedOn(), opinion.answer().id(), opinion.answer().label(),
                    opinion.answeredOn(), opinion.content());
        }
    }

    /** The votes on one nominee, {@code total} being the seats on the council. */
    record Vote(String id, String name, long yes, long present, long total, String result, String resultName) {

        private static Vote of(Threshold.Tally tally) {
            var result = tally.nominee().result().equals(Nominee.DROPPED) ? "failed" : "passed";
            return new Vote(tally.nominee().id().toString(), tally.nominee().name(), tally.yes(), tally.present(),
                    tally.members(), result, Labels.of("vote-result." + result));
        }
    }
}
