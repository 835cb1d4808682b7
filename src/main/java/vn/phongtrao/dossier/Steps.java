package vn.phongtrao.dossier;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.CrudRepository;

interface Steps extends CrudRepository<Step, Long> {

    List<Step> findByDossierNumberOrderById(String dossierNumber);

    Optional<Step> findFirstByUnitPathAndPositionAndActorNameIsNotNullOrderByIdDesc(String unitPath, String position);

    boolean existsByDossierNumberAndActor(String dossierNumber, String actor);
}
