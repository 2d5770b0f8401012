-- What the gateway shows of tickets. Everything here can be read again from the topics.

create table problem (
  seq          bigint generated always as identity primary key,
  problem_id   varchar(200) not null unique,
  ticket_id    varchar(200) not null,
  text         varchar      not null,
  fingerprint  varchar(64)  not null,
  submitted_at timestamp(3) with time zone not null
);

create index problem_by_ticket on problem (ticket_id, seq);

create table outcome (
  seq          bigint generated always as identity primary key,
  result_id    varchar(200) not null unique,
  ticket_id    varchar(200) not null,
  problem_id   varchar(200) not null,
  status       varchar(20)  not null,
  message      varchar      not null,
  data         varchar      not null,
  question     varchar,
  awaiting     varchar,
  choices      varchar      not null,
  submitted_at timestamp(3) with time zone not null,
  completed_at timestamp(3) with time zone not null
);

create index outcome_by_ticket on outcome (ticket_id, seq);
create index outcome_by_problem on outcome (problem_id, seq);

-- Where each partition is to be read on; moves in the same transaction as the rows.
create table next_offset (
  topic        varchar(249) not null,
  partition_no integer      not null,
  next_offset  bigint       not null,
  primary key (topic, partition_no)
);
