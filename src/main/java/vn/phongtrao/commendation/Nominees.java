package vn.phongtrao.commendation;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import vn.phongtrao.dossier.DossierNumber;

interface Nominees extends ListCrudRepository<Nominee, Long> {

    List<Nominee> findByDossierNumberOrderById(DossierNumber dossierNumber);

    /** @param reason why they are not awarded, one for all; null for those who are */
    @Modifying
    @Query("update nominee set result = :result, result_reason = :reason where id in (:ids)")
    void judge(Collection<Long> ids, String result, String reason);
}
