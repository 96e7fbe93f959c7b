terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "{{ provider }}"
    }
  }
}

provider "aws" {
  region = var.region
}

variable "region" {
  type        = string
  default     = {{ region }}
  description = "The region of the proxy and the database"
}
