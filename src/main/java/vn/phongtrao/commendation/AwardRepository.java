package vn.phongtrao.commendation;

import org.springframework.data.repository.CrudRepository;

interface AwardRepository extends CrudRepository<Award, Long> {
}
