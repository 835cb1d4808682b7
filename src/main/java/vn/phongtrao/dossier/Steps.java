package vn.phongtrao.dossier;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.CrudRepository;

import vn.phongtrao.unit.UnitPath;

interface Steps extends CrudRepository<Step, Long> {

    List<Step> findByDossierNumberOrderById(DossierNumber dossierNumber);

    Optional<Step> findFirstByUnitPathAndPositionAndActorNameIsNotNullAndMannerIsNullOrderByIdDesc(UnitPath unitPath,
                                                                                                   String position);

    boolean existsByDossierNumberAndActor(DossierNumber dossierNumber, String actor);
}
